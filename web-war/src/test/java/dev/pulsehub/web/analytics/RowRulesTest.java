package dev.pulsehub.web.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.core.report.RepoName;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowRulesTest {

    @Test
    void name_the_organization_and_each_repository_the_person_may_see() {
        List<RepoName> visible = List.of(new RepoName(5, "a/'); drop table x"), new RepoName(6, "a/b"));

        assertThat(RowRules.of(7, visible).clauses())
                .containsExactly("organization_id IN (7)", "repository_id IN (5,6)");
    }

    @Test
    void of_somebody_who_may_see_nothing_hold_for_no_row() {
        assertThat(RowRules.of(7, List.of()).clauses()).containsExactly("1=0");
    }
}
