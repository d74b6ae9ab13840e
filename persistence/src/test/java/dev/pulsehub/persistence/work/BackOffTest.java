package dev.pulsehub.persistence.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private final BackOff backOff = new BackOff(Duration.ofSeconds(5), Duration.ofMinutes(10));

    @Test
    void the_wait_doubles_with_every_failure_up_to_the_longest() {
        assertThat(backOff.afterFailures(1)).hasSeconds(5);
        assertThat(backOff.afterFailures(2)).hasSeconds(10);
        assertThat(backOff.afterFailures(4)).hasSeconds(40);
        assertThat(backOff.afterFailures(8)).hasMinutes(10);
        assertThat(backOff.afterFailures(Integer.MAX_VALUE)).hasMinutes(10);
    }

    @Test
    void a_wait_of_nothing_is_no_back_off() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BackOff(Duration.ZERO, Duration.ofMinutes(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BackOff(Duration.ofMinutes(2), Duration.ofMinutes(1)));
    }
}
