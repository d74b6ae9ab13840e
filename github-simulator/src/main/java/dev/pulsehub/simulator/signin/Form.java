package dev.pulsehub.simulator.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Fields as browsers and apps send them: a form, a query, a JSON object, a login. */
final class Form {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Form() {}

    /** Each name once, the last value. */
    static Map<String, String> of(@Nullable String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (text != null && !text.isBlank()) {
            for (String one : text.split("&", -1)) {
                String[] pair = one.split("=", 2);
                fields.put(decoded(pair[0]), pair.length == 2 ? decoded(pair[1]) : "");
            }
        }
        return fields;
    }

    /** What an app posts, as a form or as JSON. */
    static Map<String, String> ofBody(String body) throws IOException {
        if (!body.startsWith("{")) {
            return of(body);
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : JSON.readTree(body).properties()) {
            fields.put(field.getKey(), field.getValue().asText());
        }
        return fields;
    }

    static String text(Map<String, ?> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "="
                        + URLEncoder.encode(field.getValue().toString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Name and password of a Basic header. */
    static Optional<List<String>> basic(@Nullable String header) {
        if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            byte[] login = Base64.getDecoder().decode(header.substring(6).strip());
            List<String> parts = List.of(new String(login, StandardCharsets.UTF_8).split(":", 2));
            return parts.size() == 2
                    ? Optional.of(parts.stream().map(Form::decoded).toList())
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
