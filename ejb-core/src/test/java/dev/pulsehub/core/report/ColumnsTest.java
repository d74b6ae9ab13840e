package dev.pulsehub.core.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The API's contract with scripts: names and order of its columns. */
class ColumnsTest {

    @Test
    void pulls_keep_their_columns_in_order() {
        assertThat(names(Columns.PULLS))
                .startsWith(
                        "repo, number, title, author, state, draft, created_at, ready_at, first_commit_at, first_response_at,"
                                + " first_review_at, first_approval_at, merged_at, closed_at, deployed_at, coding_seconds,"
                                + " pickup_seconds, review_seconds, deploy_seconds, cycle_seconds, time_to_merge_seconds,"
                                + " open_to_merge_seconds, additions, deletions, url");
    }

    @Test
    void issues_keep_their_columns_in_order() {
        assertThat(names(Columns.ISSUES))
                .startsWith(
                        "repo, number, title, author, state, state_reason, created_at, first_response_at, closed_at,"
                                + " lead_seconds, labels, milestone, url");
    }

    @Test
    void runs_keep_their_columns_in_order() {
        assertThat(names(Columns.RUNS))
                .startsWith(
                        "repo, id, attempt, workflow, branch, event, status, conclusion, run_started_at, completed_at,"
                                + " duration_seconds, queue_seconds, url");
    }

    private static <T> String names(List<Column<T>> columns) {
        return String.join(", ", columns.stream().map(Column::name).toList());
    }
}
