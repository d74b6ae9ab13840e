package dev.pulsehub.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class PlaceHolderTest {

    private final int port = Ports.free();

    @Test
    void it_says_how_far_the_service_is_and_why_it_is_not_there() throws Exception {
        try (PlaceHolder place = PlaceHolder.at(port)) {
            place.starting("Installing.");
            assertThat(ask().statusCode()).isEqualTo(503);
            assertThat(ask().body()).isEqualTo("{\"status\":\"starting\",\"reason\":\"Installing.\"}");

            place.unavailable("No \"Python\",\nbut C:\\.");
            assertThat(ask().body())
                    .isEqualTo("{\"status\":\"unavailable\",\"reason\":\"No \\\"Python\\\", but C:\\\\.\"}");
        }
    }

    @Test
    void it_makes_way_at_once() throws Exception {
        PlaceHolder.at(port).close();

        assertThat(Ports.isFree(port)).isTrue();
        PlaceHolder.at(port).close();
    }

    private HttpResponse<String> ask() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/any"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
