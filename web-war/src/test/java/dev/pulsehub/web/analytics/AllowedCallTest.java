package dev.pulsehub.web.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedCallTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /api/superset/embedded/58eb495a-f3ce-5413-aaa3-b8343a8edf5c, PAGE",
        "GET, /api/superset/static/assets/9a8b7c.chunk.js, FILE",
        "GET, /api/superset/static/assets/images/loading.gif, FILE",
        "GET, /api/superset/static/appbuilder/css/font-awesome.min.css, FILE",
        "GET, /api/superset/static/service-worker.js, WORKER",
        "GET, /api/superset/api/v1/me/roles/, ROLES",
        "GET, /api/superset/api/v1/dashboard/12, DASHBOARD",
        "GET, /api/superset/api/v1/dashboard/12/charts, DASHBOARD",
        "GET, /api/superset/api/v1/dashboard/12/datasets, DASHBOARD",
        "POST, /api/superset/api/v1/chart/data, DATA",
        "GET, /api/superset/api/v1/time_range/, TIME_RANGE",
        "POST, /api/superset/superset/log/, LOG",
        "PUT, /api/superset/api/v1/dashboard/12/colors, COLOURS"
    })
    void what_an_embedded_dashboard_asks_is_let_through(String method, String path, AllowedCall call) {
        assertThat(AllowedCall.of(method, path)).contains(call);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/superset/",
                "/api/superset/health",
                "/api/superset/version",
                "/api/superset/login/",
                "/api/superset/embedded/00000000-0000-0000-0000-000000000000",
                "/api/superset/embedded/58eb495a-f3ce-5413-aaa3-b8343a8edf5c/",
                "/api/superset/api/v1/database/",
                "/api/superset/api/v1/dashboard/",
                "/api/superset/api/v1/dashboard/issue-velocity",
                "/api/superset/api/v1/dashboard/12/export",
                "/api/superset/api/v1/dashboard/12/..",
                "/api/superset/api/v1/chart/data",
                "/api/superset/api/v1/chart/12/data/",
                "/api/superset/api/v1/sqllab/execute/",
                "/api/superset/api/v1/security/csrf_token/",
                "/api/superset/superset/dashboard/1/",
                "/api/superset/static/assets/../../api/v1/database/",
                "/api/superset/static/assets/..%2f..%2fapi/v1/database/",
                "/api/superset/static/assets/%2e%2e/%2e%2e/health",
                "/api/superset/static/assets/.env",
                "/api/superset/static/assets//x.js",
                "/api/superset/static/assets/x.js;y",
                "/api/superset//api/v1/me/roles/",
                "/api/superset/api/v1/me/roles/?x",
                "/api/superset;x/api/v1/me/roles/"
            })
    void nothing_else_is(String path) {
        assertThat(AllowedCall.of("GET", path)).isEmpty();
    }

    @Test
    void each_with_its_own_method_only() {
        assertThat(AllowedCall.of("PUT", "/api/superset/api/v1/chart/data")).isEmpty();
        assertThat(AllowedCall.of("DELETE", "/api/superset/api/v1/dashboard/12"))
                .isEmpty();
        assertThat(AllowedCall.of("POST", "/api/superset/api/v1/me/roles/")).isEmpty();
    }

    @Test
    void what_would_write_is_answered_here() {
        assertThat(AllowedCall.values())
                .filteredOn(AllowedCall::isAnsweredHere)
                .containsExactly(AllowedCall.LOG, AllowedCall.COLOURS);
    }

    @Test
    void what_reads_data_needs_a_token() {
        assertThat(AllowedCall.values())
                .filteredOn(AllowedCall::needsToken)
                .containsExactly(AllowedCall.ROLES, AllowedCall.DASHBOARD, AllowedCall.DATA, AllowedCall.TIME_RANGE);
    }
}
