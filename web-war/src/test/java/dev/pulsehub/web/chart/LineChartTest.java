package dev.pulsehub.web.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.web.faces.Formats;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LineChartTest {

    @Test
    void a_missing_value_breaks_the_line() {
        LineChart chart = chart(Optional.of(3600.0), Optional.empty(), Optional.of(7200.0), Optional.of(0.0));

        assertThat(chart.lines().getFirst().parts()).hasSize(2);
        assertThat(chart.lines().getFirst().marks()).hasSize(3);
        assertThat(chart.spots()).hasSize(4);
    }

    @Test
    void the_axis_begins_at_zero_and_ends_at_a_round_number() {
        assertThat(chart(Optional.of(5 * 3600.0)).plot().grid())
                .extracting(Plot.Grid::text)
                .containsExactly("", "2 h", "4 h", "6 h");
    }

    @Test
    void nothing_at_all_still_draws_a_frame() {
        LineChart chart = chart(Optional.empty(), Optional.empty());

        assertThat(chart.lines().getFirst().parts()).isEmpty();
        assertThat(chart.plot().grid()).isNotEmpty();
    }

    @SafeVarargs
    private static LineChart chart(Optional<Double>... values) {
        List<LineChart.Piece> pieces = List.of(values).stream()
                .map(value -> new LineChart.Piece("day", "text", "/app"))
                .toList();
        return LineChart.ofSeconds(
                "summary", pieces, List.of(new LineChart.Series("series-1", List.of(values))), Formats::duration);
    }
}
