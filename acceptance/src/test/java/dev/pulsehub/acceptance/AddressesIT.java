package dev.pulsehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AddressesIT {

    @Test
    void every_address_that_was_printed_answers() throws Exception {
        RunningStack stack = RunningStack.acme();
        assertThat(stack.terminal()).contains(stack.address("SIGNIN_URL"), stack.address("WEB_URL"));
        assertThat(stack.get(stack.web("/health/ready")).statusCode()).isEqualTo(200);
        assertThat(stack.get(stack.address("SIMULATOR_URL") + "/rate_limit").statusCode())
                .isBetween(200, 401);
        assertThat(stack.get(stack.address("SIMULATOR_ADMIN_URL") + "/requests").statusCode())
                .isEqualTo(200);
        assertThat(stack.get(stack.address("MCP_URL") + "/health").body())
                .isEqualTo("{\"status\":\"healthy\",\"server\":\"pulse-hub-mcp\"}");
        assertThat(stack.get(stack.web("/api/proxy/mcp/health")).body())
                .isEqualTo("{\"status\":\"healthy\",\"server\":\"pulse-hub-mcp\"}");
        assertThat(Files.getPosixFilePermissions(stack.home().resolve("stack.env")))
                .hasToString("[OWNER_READ, OWNER_WRITE]");
    }

    @Test
    void health_answers_as_monitors_expect() throws Exception {
        RunningStack stack = RunningStack.acme();
        assertThat(health(stack))
                .contains("\"services\":{\"database\":\"healthy\",\"mcp\":\"healthy\",\"superset\":\"");
        stack.await(
                "Superset has started or cannot",
                Duration.ofMinutes(5),
                () -> !health(stack).contains("\"superset\":\"starting\""));
        boolean whole = health(stack).contains("\"superset\":\"healthy\"");
        assertThat(health(stack)).startsWith("{\"status\":\"" + (whole ? "ok" : "degraded") + "\",\"timestamp\":\"");
    }

    private static String health(RunningStack stack) throws IOException, InterruptedException {
        return stack.get(stack.web("/api/health")).body();
    }

    @Test
    void a_stranger_sees_nothing_but_the_landing_page() throws Exception {
        RunningStack stack = RunningStack.acme();
        HttpClient stranger = HttpClient.newHttpClient();
        assertThat(status(stranger, stack.web("/"))).isEqualTo(200);
        assertThat(status(stranger, stack.web("/api/v1/pulls"))).isEqualTo(401);
        assertThat(status(stranger, stack.web("/app"))).isBetween(300, 303);
        assertThat(status(stranger, stack.web("/signin?token=guessed"))).isEqualTo(403);
    }

    private static int status(HttpClient client, String url) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
