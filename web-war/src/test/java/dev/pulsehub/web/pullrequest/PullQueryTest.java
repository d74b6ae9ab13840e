package dev.pulsehub.web.pullrequest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PullQueryTest {

    @Test
    void spans_are_written_as_people_write_them() {
        assertThat(PullQuery.span("90m")).contains(Duration.ofMinutes(90));
        assertThat(PullQuery.span("4h")).contains(Duration.ofHours(4));
        assertThat(PullQuery.span(" 2 D ")).contains(Duration.ofDays(2));
        assertThat(PullQuery.span("1w")).contains(Duration.ofDays(7));
        assertThat(PullQuery.span("3")).contains(Duration.ofHours(3));
    }

    @Test
    void what_is_no_span_is_left_out() {
        assertThat(PullQuery.span("soon")).isEmpty();
        assertThat(PullQuery.span("-1h")).isEmpty();
        assertThat(PullQuery.span("9999999h")).isEmpty();
    }
}
