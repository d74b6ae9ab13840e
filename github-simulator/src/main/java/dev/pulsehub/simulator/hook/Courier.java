package dev.pulsehub.simulator.hook;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Takes one delivery to its address, signed, and waits ten seconds for an answer. */
final class Courier {

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int MOST_KEPT = 10_000;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(LIMIT)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** @param status 0 when nobody answered */
    record Outcome(int status, String says, Map<String, String> sent, Map<String, String> received, String body) {}

    Outcome deliver(Mishaps.Letter letter) {
        Hook hook = letter.hook();
        byte[] body = hook.form()
                ? form(letter.message().payload())
                : letter.message().payload();
        Map<String, String> headers = headers(letter, body);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(hook.url()))
                .timeout(LIMIT)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            Map<String, String> received = new LinkedHashMap<>();
            answer.headers().map().forEach((name, values) -> received.put(name, values.getFirst()));
            String text = answer.body();
            return new Outcome(
                    answer.statusCode(),
                    answer.statusCode() / 100 == 2 ? "OK" : "Invalid HTTP Response: " + answer.statusCode(),
                    headers,
                    received,
                    text.substring(0, Math.min(MOST_KEPT, text.length())));
        } catch (HttpTimeoutException e) {
            return new Outcome(0, "timed out", headers, Map.of(), "");
        } catch (IOException e) {
            return new Outcome(0, "failed to connect to host", headers, Map.of(), "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(0, "interrupted", headers, Map.of(), "");
        }
    }

    private static Map<String, String> headers(Mishaps.Letter letter, byte[] body) {
        Hook hook = letter.hook();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Accept", "*/*");
        headers.put("Content-Type", hook.form() ? "application/x-www-form-urlencoded" : "application/json");
        headers.put("User-Agent", "GitHub-Hookshot/simulator");
        headers.put("X-GitHub-Event", letter.message().event());
        headers.put("X-GitHub-Delivery", letter.guid());
        headers.put("X-GitHub-Hook-ID", Long.toString(hook.id()));
        headers.put("X-GitHub-Hook-Installation-Target-ID", Long.toString(hook.target()));
        headers.put("X-GitHub-Hook-Installation-Target-Type", hook.scope().toLowerCase(java.util.Locale.ROOT));
        hook.secret().ifPresent(secret -> {
            headers.put("X-Hub-Signature", "sha1=" + sign("HmacSHA1", secret, body));
            headers.put("X-Hub-Signature-256", "sha256=" + sign("HmacSHA256", secret, body));
        });
        return headers;
    }

    private static byte[] form(byte[] payload) {
        String text = new String(payload, StandardCharsets.UTF_8);
        return ("payload=" + URLEncoder.encode(text, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }

    private static String sign(String algorithm, String secret, byte[] payload) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return HexFormat.of().formatHex(mac.doFinal(payload));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
