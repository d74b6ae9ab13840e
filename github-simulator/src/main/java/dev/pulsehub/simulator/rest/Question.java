package dev.pulsehub.simulator.rest;

import dev.pulsehub.simulator.world.Account;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a GET asks.
 *
 * @param path without the query, without a trailing base such as {@code /api/v3}
 * @param parameters decoded, each name once
 * @param viewer whose token asks
 */
public record Question(String path, Map<String, String> parameters, Account viewer) {

    public Question {
        parameters = Map.copyOf(parameters);
    }

    public static Question of(String path, @Nullable String rawQuery, Account viewer) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (rawQuery != null && !rawQuery.isEmpty()) {
            for (String one : rawQuery.split("&", -1)) {
                String[] pair = one.split("=", 2);
                parameters.put(decode(pair[0]), pair.length == 2 ? decode(pair[1]) : "");
            }
        }
        return new Question(path, parameters, viewer);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    /** A moment as GitHub reads it, with {@code Z} or an offset whose plus sign the address turned into a blank. */
    Optional<Instant> moment(String name) {
        return text(name).map(Question::instant);
    }

    static Instant instant(String text) {
        return OffsetDateTime.parse(text.toUpperCase(Locale.ROOT).replace(' ', '+'))
                .toInstant();
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

    /** This question with one parameter set and others taken away, as a query; sorted, each once. */
    String queryWith(String name, String value, String... without) {
        Map<String, String> changed = new java.util.TreeMap<>(parameters);
        for (String one : without) {
            changed.remove(one);
        }
        changed.put(name, value);
        return changed.entrySet().stream()
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
