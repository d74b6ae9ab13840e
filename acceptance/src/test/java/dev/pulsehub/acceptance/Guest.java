package dev.pulsehub.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Asks Superset directly, with a token of the test's own making. */
record Guest(String superset, String secret, String dashboard, List<String> rules) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What came of a question that a page once sent. */
    HttpResponse<String> ask(String body) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(superset + "/api/superset/api/v1/chart/data"))
                                .timeout(Duration.ofSeconds(30))
                                .header("Content-Type", "application/json")
                                .header("X-GuestToken", token())
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    /** The rows of the first query. */
    JsonNode rows(String body) throws IOException, InterruptedException {
        return JSON.readTree(ask(body).body()).path("result").path(0).path("data");
    }

    private String token() throws IOException {
        long now = InstantSource.system().instant().getEpochSecond() - 10;
        String signed = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "."
                + encoded(JSON.writeValueAsString(Map.of(
                        "user",
                        Map.of("username", "test"),
                        "resources",
                        List.of(Map.of("type", "dashboard", "id", dashboard)),
                        "rls_rules",
                        rules.stream().map(rule -> Map.of("clause", rule)).toList(),
                        "iat",
                        now,
                        "exp",
                        now + 300,
                        "aud",
                        "pulse-hub-superset",
                        "type",
                        "guest")));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return signed + "."
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
