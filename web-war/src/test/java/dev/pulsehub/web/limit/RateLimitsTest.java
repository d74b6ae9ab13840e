package dev.pulsehub.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private final Hand hand = new Hand();
    private final RateLimits limits = new RateLimits(hand);

    /** A clock that is moved. */
    private static final class Hand extends Clock {

        private Instant now = Instant.parse("2026-11-27T12:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void a_minutes_requests_may_come_at_once_and_one_more_is_refused() {
        Asking ben = Asking.person(1);
        for (long left = RateLimits.KNOWN - 1; left >= 0; left--) {
            Allowance allowance = limits.take(ben);
            assertThat(allowance.refused()).isFalse();
            assertThat(allowance.remaining()).isEqualTo(left);
        }
        assertThat(limits.take(ben)).isEqualTo(new Allowance(RateLimits.KNOWN, 0, 60, 1));
    }

    @Test
    void what_was_used_comes_back_evenly() {
        Asking stranger = Asking.address("203.0.113.9");
        exhaust(stranger);
        hand.now = hand.now.plus(Duration.ofSeconds(15));
        for (long i = 0; i < RateLimits.STRANGERS / 4; i++) {
            assertThat(limits.take(stranger).refused()).isFalse();
        }
        assertThat(limits.take(stranger).refused()).isTrue();
    }

    @Test
    void one_askers_requests_are_nobody_elses() {
        exhaust(Asking.person(1));

        assertThat(limits.take(Asking.person(2)).refused()).isFalse();
        assertThat(limits.take(Asking.token("1")).refused()).isFalse();
        assertThat(limits.take(Asking.address("1")).refused()).isFalse();
    }

    private void exhaust(Asking asker) {
        for (long i = 0; i < asker.limit(); i++) {
            limits.take(asker);
        }
        assertThat(limits.take(asker).refused()).isTrue();
    }
}
