package dev.pulsehub.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.pulsehub.core.report.Paging;
import dev.pulsehub.core.report.PullState;
import dev.pulsehub.core.report.Range;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowQueryTest {

    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "limit, 101",
        "limit, many",
        "bots, maybe",
        "from, yesterday",
        "to, 2026-13-01",
        "repo, acme",
        "cursor, abc",
        "state, ajar",
        "colour, red"
    })
    void a_wrong_parameter_is_named(String parameter, String value) {
        assertThatThrownBy(() -> readAll(query(parameter, value)))
                .asInstanceOf(type(BadParameter.class))
                .extracting(BadParameter::parameter)
                .isEqualTo(parameter);
    }

    @Test
    void a_range_must_not_run_backwards() {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        parameters.putSingle("from", "2026-02-01");
        parameters.putSingle("to", "2026-01-01");

        assertThatThrownBy(() -> new RowQuery(parameters).range()).hasMessageContaining("to must not be before from");
    }

    @Test
    void dates_are_days_and_moments_are_moments() {
        assertThat(query("from", "2026-02-01").range())
                .isEqualTo(new Range.Days(Optional.of(LocalDate.parse("2026-02-01")), Optional.empty()));
        assertThat(query("from", "2026-02-01T00:00:00+01:00").range())
                .isEqualTo(new Range.Moments(Optional.of(Instant.parse("2026-01-31T23:00:00Z")), Optional.empty()));
    }

    @Test
    void a_cursor_comes_back_as_it_was_given() {
        Paging.After after = new Paging.After(Instant.parse("2026-02-01T00:00:00.123456Z"), 42);

        assertThat(query("cursor", Cursor.write(after)).paging().after()).contains(after);
    }

    @Test
    void a_state_is_known_in_any_case() {
        assertThat(query("state", "merged").state(PullState.class)).contains(PullState.MERGED);
    }

    private static void readAll(RowQuery query) {
        query.repos();
        query.limit();
        query.bots();
        query.range();
        query.paging();
        query.state(PullState.class);
    }

    private static RowQuery query(String parameter, String value) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        parameters.putSingle(parameter, value);
        return new RowQuery(parameters);
    }
}
