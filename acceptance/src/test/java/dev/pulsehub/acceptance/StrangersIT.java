package dev.pulsehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody can do who is not signed in, sits on another site's page, or holds a cookie that is over. */
class StrangersIT {

    private static RunningStack stack;

    @BeforeAll
    static void start() throws Exception {
        stack = RunningStack.acme();
    }

    @Test
    void the_session_cookie_is_out_of_reach_of_scripts_and_other_sites() throws Exception {
        assertThat(signIn().headers().allValues("Set-Cookie"))
                .singleElement()
                .asString()
                .startsWith("ph_session=")
                .contains("; HttpOnly", "; SameSite=Lax", "; Path=/");
    }

    @Test
    void another_sites_form_signs_nobody_out_and_a_copied_cookie_ends_with_the_session() throws Exception {
        String cookie = cookie();
        assertThat(signOut(cookie, "https://evil.example").statusCode()).isEqualTo(403);
        assertThat(signOut(cookie, "null").statusCode()).isEqualTo(403);
        assertThat(signOut(cookie, null).headers().firstValue("Location")).contains("/api/auth/signout?csrf=true");
        assertThat(send(to("/api/v1/repos").header("Cookie", cookie)).statusCode())
                .isEqualTo(200);

        assertThat(signOut(cookie, stack.address("WEB_URL")).statusCode()).isEqualTo(303);
        assertThat(send(to("/api/v1/repos").header("Cookie", cookie)).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/health/../api/v1/pulls",
                "/health/../app",
                "/health/%2e%2e/api/v1/pulls",
                "/api/auth/../v1/pulls",
                "/health/../app/pulls",
                "/jakarta.faces.resource/../app/pulls",
                "/jakarta.faces.resource/..;x=1/app/pulls",
                "/api/v1;a=/health/pulls",
                "/%61pi/v1/pulls",
                "//api/v1/pulls",
                "/app;/pulls"
            })
    void no_spelling_of_an_address_leads_in(String spelling) throws Exception {
        assertThat(send(to(spelling)).statusCode()).isBetween(300, 499);
    }

    @Test
    void the_link_signs_in_from_this_machine_only_and_leads_to_our_pages_only() throws Exception {
        URI link = URI.create(stack.address("SIGNIN_URL"));
        assertThat(send(HttpRequest.newBuilder(link).header("X-Forwarded-For", "203.0.113.9"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(HttpRequest.newBuilder(URI.create(link + "&return=%2F%2Fevil.example%2Fapp")))
                        .headers()
                        .firstValue("Location")
                        .orElseThrow())
                .satisfiesAnyOf(
                        place -> assertThat(place).startsWith("/").doesNotStartWith("//"),
                        place -> assertThat(place).startsWith(stack.address("WEB_URL") + "/"))
                .doesNotContain("evil.example");
    }

    @Test
    void pages_of_other_sites_and_forged_cookies_open_no_line() throws Exception {
        String cookie = cookie();
        assertThatThrownBy(() -> open(cookie, "https://evil.example"))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
        assertThatThrownBy(() -> open("ph_session=forged", stack.address("WEB_URL")))
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
        open(cookie, stack.address("WEB_URL")).abort();
    }

    @Test
    void every_answer_says_what_may_still_be_asked_and_too_much_is_refused_for_a_while() throws Exception {
        HttpResponse<String> known = send(to("/api/v1/repos").header("Cookie", cookie()));
        assertThat(known.statusCode()).isEqualTo(200);
        long left =
                Long.parseLong(known.headers().firstValue("RateLimit-Remaining").orElseThrow());
        assertThat(left)
                .isBetween(
                        0L,
                        Long.parseLong(
                                known.headers().firstValue("RateLimit-Limit").orElseThrow()));

        HttpResponse<String> refused = askTooMuch("203.0.113.77");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(Long.parseLong(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1L, 60L);
        assertThat(refused.body()).contains("requests a minute. Go on in");
        assertThat(send(to("/api/v1/repos").header("X-Forwarded-For", "203.0.113.78"))
                        .statusCode())
                .as("another address")
                .isEqualTo(401);
        assertThat(send(to("/api/v1/repos").header("Cookie", cookie()).header("X-Forwarded-For", "203.0.113.77"))
                        .statusCode())
                .as("somebody signed in, from the same address")
                .isEqualTo(200);
        assertThat(send(to("/api/health").header("X-Forwarded-For", "203.0.113.77"))
                        .statusCode())
                .as("a monitor")
                .isEqualTo(200);
    }

    private static HttpResponse<String> askTooMuch(String address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest question =
                    to("/api/v1/repos").header("X-Forwarded-For", address).build();
            HttpResponse<String> answer = client.send(question, HttpResponse.BodyHandlers.ofString());
            for (int i = 0; i < 2_000 && answer.statusCode() != 429; i++) {
                answer = client.send(question, HttpResponse.BodyHandlers.ofString());
            }
            return answer;
        }
    }

    private static HttpResponse<String> signIn() throws Exception {
        return send(HttpRequest.newBuilder(URI.create(stack.address("SIGNIN_URL"))));
    }

    private static String cookie() throws Exception {
        return List.of(signIn().headers().firstValue("Set-Cookie").orElseThrow().split(";"))
                .getFirst();
    }

    private static HttpResponse<String> signOut(String cookie, @Nullable String origin) throws Exception {
        HttpRequest.Builder request =
                to("/api/auth/signout").header("Cookie", cookie).POST(HttpRequest.BodyPublishers.noBody());
        return send(origin == null ? request : request.header("Origin", origin));
    }

    private static WebSocket open(String cookie, String origin) {
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Cookie", cookie)
                .header("Origin", origin)
                .buildAsync(URI.create(stack.web("/app/live").replaceFirst("^http", "ws")), new WebSocket.Listener() {})
                .join();
    }

    private static HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(stack.web(path)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient stranger = HttpClient.newBuilder().build()) {
            return stranger.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
