package dev.pulsehub.simulator.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulsehub.simulator.world.Account;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checking, renewing and ending a token, or all an app has of one person; the app itself asks. */
final class TokenCheck {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Apps apps;
    private final Grants grants;
    private final Function<Account, ?> users;
    private final String apiUrl;
    private final Instant since;

    /**
     * A check of tokens.
     *
     * @param users a person as the API prints people
     * @param since what is told as the moment a token was made
     */
    TokenCheck(Apps apps, Grants grants, Function<Account, ?> users, String apiUrl, Instant since) {
        this.apps = apps;
        this.grants = grants;
        this.users = users;
        this.apiUrl = apiUrl;
        this.since = since;
    }

    /**
     * Answers {@code /applications/:client_id/token} and {@code .../grant}.
     *
     * @param what {@code token} or {@code grant}
     * @param login the app's, from the header
     */
    Reply answer(String method, String clientId, String what, Optional<List<String>> login, String body) {
        Optional<App> app = login.flatMap(one -> apps.app(one.getFirst(), one.getLast()))
                .filter(one -> one.clientId().equals(clientId));
        if (app.isEmpty()) {
            return problem(404, "Not Found");
        }
        String token;
        try {
            token = body.isBlank()
                    ? ""
                    : JSON.readTree(body).path("access_token").asText("");
        } catch (JsonProcessingException e) {
            return problem(400, "Problems parsing JSON");
        }
        Optional<Access> access = grants.find(token, clientId);
        boolean isToken = what.equals("token");
        if (access.isEmpty()) {
            return method.equals("POST") && isToken ? problem(404, "Not Found") : problem(422, "Validation Failed");
        }
        if (method.equals("DELETE")) {
            if (isToken) {
                grants.revoke(token);
            } else {
                grants.revokeAll(access.get());
            }
            return Reply.nothing();
        }
        if (isToken && method.equals("POST")) {
            return Reply.json(200, authorization(app.get(), token, access.get()));
        }
        if (isToken && method.equals("PATCH")) {
            String fresh = reset(app.get(), token, access.get());
            return Reply.json(200, authorization(app.get(), fresh, access.get()));
        }
        return problem(404, "Not Found");
    }

    private String reset(App app, String token, Access access) {
        grants.revoke(token);
        Map<String, Object> fresh = grants.token(app, access.account(), access.scopes());
        return String.valueOf(fresh.get("access_token"));
    }

    private Map<String, @Nullable Object> authorization(App app, String token, Access access) {
        Map<String, @Nullable Object> known = new LinkedHashMap<>();
        String hash = hash(token);
        long id = Long.parseLong(hash.substring(0, 8), 16);
        known.put("id", id);
        known.put("url", apiUrl + "/authorizations/" + id);
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("client_id", app.clientId());
        shown.put("name", app.name());
        shown.put("url", app.callback().toString());
        known.put("app", shown);
        known.put("token", token);
        known.put("hashed_token", hash);
        known.put("token_last_eight", token.substring(token.length() - 8));
        known.put("note", null);
        known.put("note_url", null);
        known.put("created_at", since.toString());
        known.put("updated_at", since.toString());
        known.put(
                "scopes",
                Stream.of(access.scopes().split(", ", -1))
                        .filter(scope -> !scope.isEmpty())
                        .toList());
        known.put("fingerprint", null);
        known.put("expires_at", access.until().map(Instant::toString).orElse(null));
        known.put("user", users.apply(access.account()));
        return known;
    }

    private static Reply problem(int status, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("message", message);
        body.put("documentation_url", "https://docs.github.com/rest");
        body.put("status", Integer.toString(status));
        return Reply.json(status, body);
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
