package dev.pulsehub.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageLinkTest {

    @Test
    void nothing_a_stranger_wrote_breaks_out_of_an_address() {
        PageLink link = PageLink.to("/app/pulls").with("text", "\"><script>alert(1)</script>&state=open");

        assertThat(link).hasToString("/app/pulls?text=%22%3E%3Cscript%3Ealert%281%29%3C/script%3E%26state%3Dopen");
    }

    @Test
    void a_repeated_parameter_is_added_and_taken_away() {
        PageLink one = new PageLink("/app", Map.of("repo", List.of("acme/a")));

        assertThat(one.toggled("repo", "acme/b")).hasToString("/app?repo=acme/a&repo=acme/b");
        assertThat(one.toggled("repo", "acme/a")).hasToString("/app");
    }
}
