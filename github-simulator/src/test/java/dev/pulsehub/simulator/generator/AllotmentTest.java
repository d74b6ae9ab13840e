package dev.pulsehub.simulator.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AllotmentTest {

    @Test
    void parts_follow_their_weights() {
        assertThat(Allotment.of(10, new double[] {1, 0, 3, 1})).containsExactly(2, 0, 6, 2);
        assertThat(Allotment.of(3, new double[] {0, 0})).containsExactly(3, 0);
        assertThat(Allotment.of(5, new double[0])).isEmpty();
        assertThat(Allotment.atLeastOne(5, new double[] {0, 8, 0})).containsExactly(1, 3, 1);
    }

    @Test
    void parts_add_up_whatever_the_weights() {
        SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 500; round++) {
            double[] weights = random.doubles(random.nextInt(1, 60))
                    .map(one -> one < 0.2 ? 0 : one)
                    .toArray();
            int total = random.nextInt(1_000);
            assertThat(Arrays.stream(Allotment.of(total, weights)).sum()).isEqualTo(total);
            assertThat(Arrays.stream(Allotment.of(total, weights))).allMatch(part -> part >= 0);
            assertThat(Arrays.stream(Allotment.atLeastOne(total, weights)).sum())
                    .isEqualTo(total);
        }
    }
}
