package dev.pulsehub.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.web.live.RecentChanges.Place;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecentChangesTest {

    private static final Place OURS = new Place(1, 10);
    private static final Place THEIRS = new Place(2, 10);

    private final RecentChanges recent = new RecentChanges();

    @Test
    void a_page_hears_what_changed_since_it_was_rendered_and_nothing_older() {
        recent.heard(OURS, List.of("pulls", "runs"), 100);
        recent.heard(OURS, List.of("issues"), 200);

        assertThat(recent.since(100, Set.of(OURS))).containsExactly("issues", "pulls", "runs");
        assertThat(recent.since(101, Set.of(OURS))).containsExactly("issues");
        assertThat(recent.since(201, Set.of(OURS))).isEmpty();
    }

    @Test
    void news_heard_late_do_not_make_a_change_older() {
        recent.heard(OURS, List.of("pulls"), 300);
        recent.heard(OURS, List.of("pulls"), 200);

        assertThat(recent.since(300, Set.of(OURS))).containsExactly("pulls");
    }

    @Test
    void another_organizations_changes_of_the_same_repository_are_not_told() {
        recent.heard(THEIRS, List.of("pulls"), 100);

        assertThat(recent.since(0, Set.of(OURS))).isEmpty();
        assertThat(recent.since(0, Set.of())).isEmpty();
    }
}
