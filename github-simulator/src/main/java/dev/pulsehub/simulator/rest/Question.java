package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pulsehub.simulator.api.Range;
import dev.pulsehub.simulator.signin.Access;
import dev.pulsehub.simulator.world.Account;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a request asks.
 *
 * @param method in capitals; {@code HEAD} comes as {@code GET}
 * @param path without the query, without a trailing base such as {@code /api/v3}
 * @param parameters decoded, each name once
 * @param body what was sent; an empty object when nothing was
 * @param access whose token asks, and what it opens
 */
public record Question(String method, String path, Map<String, String> parameters, JsonNode body, Access access) {

    public Question {
        parameters = Map.copyOf(parameters);
    }

    public static Question of(String method, String path, @Nullable String rawQuery, JsonNode body, Access access) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (rawQuery != null && !rawQuery.isEmpty()) {
            for (String one : rawQuery.split("&", -1)) {
                String[] pair = one.split("=", 2);
                parameters.put(decode(pair[0]), pair.length == 2 ? decode(pair[1]) : "");
            }
        }
        return new Question(method, path, parameters, body, access);
    }

    /** Who asks. */
    Account viewer() {
        return access.account();
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    /** A moment as GitHub reads it, with {@code Z} or an offset whose plus sign the address turned into a blank. */
    Optional<Instant> moment(String name) {
        return text(name).map(Range::moment);
    }

    /** A text of the body. */
    Optional<String> said(String field) {
        return Optional.ofNullable(body.path(field).textValue());
    }

    /** Texts of a list in the body; of objects, their {@code name}. */
    List<String> saidList(String field) {
        List<String> all = new ArrayList<>();
        body.path(field)
                .forEach(one -> all.add(one.isObject() ? one.path("name").asText() : one.asText()));
        return all;
    }

    int number(String name, int otherwise) {
        try {
            return text(name).map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    int perPage() {
        return Math.clamp(number("per_page", 30), 1, 100);
    }

    /** The parameters as a query; sorted, each once. */
    String query() {
        return query(parameters);
    }

    /** This question with one parameter set and others taken away, as a query; sorted, each once. */
    String queryWith(String name, String value, String... without) {
        Map<String, String> changed = new LinkedHashMap<>(parameters);
        for (String one : without) {
            changed.remove(one);
        }
        changed.put(name, value);
        return query(changed);
    }

    private static String query(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
                        .collect(Collectors.joining("&"));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
