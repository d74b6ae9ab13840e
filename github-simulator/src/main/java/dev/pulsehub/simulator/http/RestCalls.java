package dev.pulsehub.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulsehub.simulator.rest.Answer;
import dev.pulsehub.simulator.rest.Question;
import dev.pulsehub.simulator.rest.RestApi;
import dev.pulsehub.simulator.signin.Access;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers REST: what it costs, whether it changed since it was last read, and the headers that say so. */
final class RestCalls {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is read alone and says itself when it changed. */
    private static final String DATED =
            "/(repos/[^/]+/[^/]+|repositories/\\d+)(/issues/\\d+|/issues/comments/\\d+|/pulls/comments/\\d+)?";

    private final RestApi rest;
    private final String url;
    private final RequestLog log;
    private final Budgets budgets;

    /** @param url base of the links the API makes by itself */
    RestCalls(RestApi rest, String url, ApiHandler.Surroundings around) {
        this.rest = rest;
        this.url = url;
        this.log = around.log();
        this.budgets = around.budgets();
    }

    void answer(Call call, String token, Access access) throws IOException {
        String resource = call.path().startsWith("/search/") ? "search" : "core";
        Budget budget = budgets.of(access, resource);
        if (call.writes()) {
            Budget.State state = budget.take(1);
            if (state.exhausted()) { // before anything is changed
                refuse(call, token, access, state, resource);
                return;
            }
            finish(call, token, linked(call, asked(call, access)), state, resource);
            return;
        }
        Answer answer = linked(call, asked(call, access));
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        boolean unchanged = answer.status() == 200 && isUnchanged(call, token, answer, headers);
        Budget.State state = budget.take(unchanged ? 0 : 1);
        if (state.exhausted()) {
            refuse(call, token, access, state, resource);
            return;
        }
        finish(call, token, new Answer(unchanged ? 304 : answer.status(), answer.body(), headers), state, resource);
    }

    private void finish(Call call, String token, Answer answer, Budget.State state, String resource)
            throws IOException {
        call.limits(state, resource);
        log.add(call.endpoint(), token, answer.status() != 304, 0);
        call.write(answer);
    }

    private Answer asked(Call call, Access access) throws IOException {
        if (call.writes() && access.kind() == Access.Kind.ANONYMOUS) {
            return Answer.error(401, "Requires authentication");
        }
        try {
            JsonNode body = call.body().length == 0 ? JSON.createObjectNode() : JSON.readTree(call.body());
            String query = call.exchange().getRequestURI().getRawQuery();
            return rest.answer(Question.of(call.writes() ? call.method() : "GET", call.path(), query, body, access));
        } catch (JsonProcessingException e) {
            return Answer.error(400, "Problems parsing JSON");
        }
    }

    /** Links lead back the way the client came: through its proxy, or under an Enterprise's base. */
    private Answer linked(Call call, Answer answer) {
        if (call.base().isEmpty() || call.base().equals(url)) {
            return answer;
        }
        Map<String, String> headers = new LinkedHashMap<>(answer.headers());
        headers.computeIfPresent("Link", (name, link) -> link.replace("<" + url + "/", "<" + call.base() + "/"));
        headers.computeIfPresent(
                "Location",
                (name, place) -> place.startsWith(url + "/") ? call.base() + place.substring(url.length()) : place);
        return new Answer(answer.status(), answer.body(), headers);
    }

    /** Sets what a client can ask by next time; true where it asked by it and nothing is new. */
    private static boolean isUnchanged(Call call, String token, Answer answer, Map<String, String> headers) {
        String etag =
                "W/\"" + hash(token, Call.bytes(answer.body()), answer.headers().getOrDefault("Link", "")) + "\"";
        headers.put("ETag", etag);
        headers.put("Cache-Control", "private, max-age=60, s-maxage=60");
        headers.put("Vary", "Accept, Authorization, Cookie, X-GitHub-OTP, Accept-Encoding");
        Optional<Instant> modified = modified(call, answer);
        modified.ifPresent(at ->
                headers.put("Last-Modified", DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atZone(ZoneOffset.UTC))));
        Optional<String> known = call.header("If-None-Match");
        return known.isPresent()
                ? matches(known.get(), etag)
                : modified.isPresent()
                        && call.header("If-Modified-Since")
                                .flatMap(RestCalls::date)
                                .filter(since -> !modified.get().isAfter(since))
                                .isPresent();
    }

    private static Optional<Instant> modified(Call call, Answer answer) {
        JsonNode at = answer.body().path("updated_at");
        return at.isTextual() && call.path().matches(DATED)
                ? Optional.of(Instant.parse(at.asText()))
                : Optional.empty();
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Weakly, as conditional reads compare: with or without {@code W/}, one of several, or {@code *}. */
    private static boolean matches(String asked, String etag) {
        return asked.strip().equals("*")
                || List.of(asked.split(",", -1)).stream()
                        .map(one -> one.strip().replaceFirst("^W/", ""))
                        .anyMatch(etag.substring(2)::equals);
    }

    private void refuse(Call call, String token, Access access, Budget.State state, String resource)
            throws IOException {
        int status = budgets.refusal().status();
        String who = access.kind() == Access.Kind.ANONYMOUS
                ? "127.0.0.1. (But here's the good news: Authenticated requests get a higher rate limit.)"
                : access.limitKey().replace("user ", "user ID ").replace("installation ", "installation ID ") + ".";
        finish(call, token, Answer.error(status, "API rate limit exceeded for " + who), state, resource);
    }

    private static String hash(String token, byte[] body, String link) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(token.getBytes(StandardCharsets.UTF_8));
            digest.update(link.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body)).substring(0, 40);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
