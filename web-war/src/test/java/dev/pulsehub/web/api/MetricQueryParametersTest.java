package dev.pulsehub.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.pulsehub.core.metrics.MetricKey;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricQueryParametersTest {

    @ParameterizedTest
    @CsvSource({"state, OPEN", "limit, 5", "colour, red", "team, storefront"})
    void a_parameter_that_means_nothing_here_is_named(String name, String value) {
        assertThatThrownBy(() -> MetricQueryParameters.ofNumbers(one(name, value)))
                .asInstanceOf(type(BadParameter.class))
                .extracting(BadParameter::parameter)
                .isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"group, decade", "stat, median", "compare, tomorrow"})
    void a_wrong_choice_is_told_the_right_ones(String name, String value) {
        MetricQueryParameters parameters = MetricQueryParameters.ofNumbers(one(name, value));

        assertThatThrownBy(() -> parameters.question(MetricKey.PICKUP_TIME, new ApiCaller()))
                .isInstanceOf(BadParameter.class)
                .hasMessageContaining(name + " must be one of [");
    }

    @Test
    void what_has_no_percentiles_is_not_asked_for_them() {
        MetricQueryParameters parameters = MetricQueryParameters.ofNumbers(one("stat", "p90"));

        assertThatThrownBy(() -> parameters.question(MetricKey.PULLS_MERGED, new ApiCaller()))
                .hasMessageContaining("has no percentiles");
    }

    @Test
    void the_catalogue_lists_every_metric_with_its_address() {
        JsonArray metrics = Json.createReader(new StringReader(MetricJson.catalogue("/api/v1/metrics")))
                .readArray();

        assertThat(metrics).hasSize(MetricKey.values().length);
        assertThat(metrics.getJsonObject(0).getJsonObject("links").getString("rows"))
                .isEqualTo("/api/v1/metrics/issues_created/rows");
    }

    private static MultivaluedMap<String, String> one(String name, String value) {
        MultivaluedMap<String, String> parameters = new MultivaluedHashMap<>();
        parameters.putSingle(name, value);
        return parameters;
    }
}
