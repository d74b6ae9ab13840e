package dev.pulsehub.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricKeyTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "metrics.md");

    /** Run with {@code -Dpulsehub.snapshots=write} to write the file anew. */
    @Test
    void the_document_says_what_the_catalogue_says() throws IOException {
        if ("write".equals(System.getProperty("pulsehub.snapshots"))) {
            Files.writeString(DOCUMENT, MetricDocument.text());
        }

        assertThat(Files.readString(DOCUMENT))
                .as("docs/metrics.md is written from the catalogue; write it anew with -Dpulsehub.snapshots=write")
                .isEqualTo(MetricDocument.text());
    }

    @ParameterizedTest
    @EnumSource(MetricKey.class)
    void a_metric_says_what_it_is(MetricKey key) {
        assertThat(key.label()).isNotBlank().doesNotEndWith(".");
        assertThat(key.definition()).hasSizeGreaterThan(30).endsWith(".");
        assertThat(key.value()).isNotBlank();
        assertThat(MetricKey.find(key.key())).contains(key);
    }

    @ParameterizedTest
    @EnumSource(MetricKey.class)
    void a_metric_has_a_truth_table_and_an_oracle(MetricKey key) {
        assertThat(MetricKey.class.getResource("/truth/" + key.key() + ".csv")).isNotNull();
        assertThat(MetricKey.class.getResource("/truth/oracle/" + key.key() + ".sql"))
                .isNotNull();
    }

    @Test
    void no_two_metrics_bear_one_name() {
        assertThat(Arrays.stream(MetricKey.values()).map(MetricKey::label)).doesNotHaveDuplicates();
        assertThat(MetricKey.find("nothing")).isEmpty();
    }
}
