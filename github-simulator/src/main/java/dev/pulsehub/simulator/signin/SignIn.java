package dev.pulsehub.simulator.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.World;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** GitHub's side of an OAuth app: the page that asks, the code, the token, and its revocation. */
public final class SignIn implements HttpHandler {

    /** Where it has to be mounted. */
    public static final List<String> PATHS = List.of("/login/oauth/", "/applications/", "/api/v3/applications/");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DOCS = "https://docs.github.com/apps/managing-oauth-apps/troubleshooting-";

    private final World world;
    private final Map<String, OAuthApp> apps = new ConcurrentHashMap<>();
    private final Grants grants;

    public SignIn(World world, Map<String, Access> tokens) {
        this.world = world;
        this.grants = new Grants(world.clock(), tokens);
    }

    public void register(OAuthApp app) {
        apps.put(app.clientId(), app);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().replaceFirst("^/api/v3", "");
            String method = exchange.getRequestMethod();
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (path.equals("/login/oauth/authorize") && (method.equals("GET") || method.equals("POST"))) {
                Map<String, String> asked =
                        form(method.equals("GET") ? exchange.getRequestURI().getRawQuery() : body);
                authorize(exchange, asked, method.equals("POST"));
            } else if (path.equals("/login/oauth/access_token") && method.equals("POST")) {
                exchangeCode(exchange, body);
            } else if (path.matches("/applications/[^/]+/(token|grant)")) {
                manage(exchange, path.split("/", -1), body);
            } else {
                send(exchange, 404, "text/html; charset=utf-8", "<h1>Not Found</h1>");
            }
        } catch (RuntimeException e) {
            System.getLogger(SignIn.class.getName()).log(System.Logger.Level.ERROR, "Cannot answer", e);
            exchange.sendResponseHeaders(500, -1);
        }
    }

    private void authorize(HttpExchange exchange, Map<String, String> asked, boolean decided) throws IOException {
        Optional<OAuthApp> app = Optional.ofNullable(apps.get(asked.getOrDefault("client_id", "")));
        if (app.isEmpty()) {
            send(exchange, 404, "text/html; charset=utf-8", "<h1>Not Found</h1>");
            return;
        }
        Optional<URI> target = target(app.get(), asked);
        if (target.isEmpty()) {
            redirect(
                    exchange,
                    app.get().callback(),
                    refusal(
                            "redirect_uri_mismatch",
                            "The redirect_uri MUST match the registered callback URL for this application.",
                            asked));
        } else if (asked.containsKey("code_challenge")
                && !"S256".equals(asked.getOrDefault("code_challenge_method", ""))) {
            redirect(
                    exchange,
                    target.get(),
                    refusal("invalid_request", "Only the code_challenge_method S256 is supported.", asked));
        } else if (decided) {
            decide(exchange, app.get(), target.get(), asked);
        } else {
            send(exchange, 200, "text/html; charset=utf-8", page(asked));
        }
    }

    private static Optional<URI> target(OAuthApp app, Map<String, String> asked) {
        String wanted = asked.getOrDefault("redirect_uri", "");
        if (wanted.isEmpty()) {
            return Optional.of(app.callback());
        }
        try {
            return Optional.of(new URI(wanted)).filter(app::mayBeSentTo);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private void decide(HttpExchange exchange, OAuthApp app, URI target, Map<String, String> asked) throws IOException {
        Optional<Account> person =
                world.read(() -> world.account(asked.getOrDefault("login", ""))).filter(SignIn::isPerson);
        if (person.isEmpty()) {
            send(exchange, 422, "text/html; charset=utf-8", "<h1>Nobody of that name</h1>");
        } else if (asked.getOrDefault("decision", "").equals("allow")) {
            Map<String, String> answer = new LinkedHashMap<>();
            answer.put(
                    "code",
                    grants.allow(
                            person.get(),
                            app.clientId(),
                            asked.getOrDefault("scope", ""),
                            asked.getOrDefault("redirect_uri", ""),
                            asked.getOrDefault("code_challenge", "")));
            Optional.ofNullable(asked.get("state")).ifPresent(state -> answer.put("state", state));
            redirect(exchange, target, answer);
        } else {
            redirect(exchange, target, refusal("access_denied", "The user has denied your application access.", asked));
        }
    }

    private static Map<String, String> refusal(String error, String description, Map<String, String> asked) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("error", error);
        answer.put("error_description", description);
        answer.put("error_uri", DOCS + "authorization-request-errors/");
        Optional.ofNullable(asked.get("state")).ifPresent(state -> answer.put("state", state));
        return answer;
    }

    private String page(Map<String, String> asked) {
        String hidden = asked.entrySet().stream()
                .map(entry -> "<input type=\"hidden\" name=\"" + html(entry.getKey()) + "\" value=\""
                        + html(entry.getValue()) + "\">")
                .collect(Collectors.joining());
        String people = world.read(() -> world.accounts().stream()
                .filter(SignIn::isPerson)
                .map(account -> "<option>" + html(account.login()) + "</option>")
                .collect(Collectors.joining()));
        return """
                <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Authorize application</title></head>
                <body style="font-family:sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem">
                <h1>Authorize %s</h1><p>It asks for: <code>%s</code></p>
                <form method="post" action="/login/oauth/authorize">%s
                <p><label>Sign in as <select name="login">%s</select></label></p>
                <button name="decision" value="allow">Authorize</button>
                <button name="decision" value="deny">Cancel</button></form></body></html>
                """.formatted(html(asked.get("client_id")), html(asked.getOrDefault("scope", "")), hidden, people);
    }

    private void exchangeCode(HttpExchange exchange, String body) throws IOException {
        Map<String, String> asked =
                new LinkedHashMap<>(form(exchange.getRequestURI().getRawQuery()));
        asked.putAll(body.startsWith("{") ? fields(body) : form(body));
        basic(exchange).ifPresent(login -> {
            asked.put("client_id", login.getFirst());
            asked.put("client_secret", login.getLast());
        });
        Optional<OAuthApp> app = app(asked.getOrDefault("client_id", ""), asked.getOrDefault("client_secret", ""));
        Map<String, String> answer = app.isEmpty()
                ? tokenError("incorrect_client_credentials", "The client_id and/or client_secret passed are incorrect.")
                : tokenFor(app.get(), asked);
        boolean json = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept"))
                .orElse("")
                .contains("application/json");
        send(
                exchange,
                200,
                json ? "application/json; charset=utf-8" : "application/x-www-form-urlencoded; charset=utf-8",
                json ? JSON.writeValueAsString(answer) : query(answer));
    }

    private Map<String, String> tokenFor(OAuthApp app, Map<String, String> asked) {
        Optional<Grants.Code> code = grants.take(asked.getOrDefault("code", ""), app.clientId());
        if (code.isEmpty() || !verifies(code.get(), asked.getOrDefault("code_verifier", ""))) {
            return tokenError("bad_verification_code", "The code passed is incorrect or expired.");
        }
        String sentTo = asked.getOrDefault("redirect_uri", "");
        if (!sentTo.isEmpty() && !sentTo.equals(code.get().redirectUri())) {
            return tokenError(
                    "redirect_uri_mismatch",
                    "The redirect_uri MUST match the registered callback URL for this application.");
        }
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("access_token", grants.token(code.get()));
        answer.put("token_type", "bearer");
        answer.put("scope", String.join(",", code.get().granted()));
        return answer;
    }

    private static Map<String, String> tokenError(String error, String description) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("error", error);
        answer.put("error_description", description);
        answer.put("error_uri", DOCS + "oauth-app-access-token-request-errors/");
        return answer;
    }

    private static boolean verifies(Grants.Code code, String verifier) {
        if (code.challenge().isEmpty()) {
            return true;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).equals(code.challenge());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Checking and ending a token, or all an app has of one person; the app itself asks. */
    private void manage(HttpExchange exchange, String[] path, String body) throws IOException {
        Optional<OAuthApp> app = basic(exchange).flatMap(login -> app(login.getFirst(), login.getLast()));
        String clientId = path[2];
        if (app.isEmpty() || !app.get().clientId().equals(clientId)) {
            send(exchange, 404, "application/json; charset=utf-8", "{\"message\":\"Not Found\",\"status\":\"404\"}");
            return;
        }
        String token =
                body.isBlank() ? "" : JSON.readTree(body).path("access_token").asText("");
        Optional<Access> access = grants.find(token, clientId);
        if (access.isEmpty()) {
            boolean asking = exchange.getRequestMethod().equals("POST");
            send(
                    exchange,
                    asking ? 404 : 422,
                    "application/json; charset=utf-8",
                    asking ? "{\"message\":\"Not Found\"}" : "{\"message\":\"Validation Failed\"}");
        } else if (exchange.getRequestMethod().equals("POST")) {
            Map<String, Object> known = new LinkedHashMap<>();
            known.put("token", token);
            known.put("scopes", List.of(access.get().scopes().split(", ", -1)));
            known.put(
                    "user",
                    Map.of(
                            "login",
                            access.get().account().login(),
                            "id",
                            access.get().account().id()));
            send(exchange, 200, "application/json; charset=utf-8", JSON.writeValueAsString(known));
        } else if (exchange.getRequestMethod().equals("DELETE")) {
            if (path[3].equals("grant")) {
                grants.revokeAll(access.get());
            } else {
                grants.revoke(token);
            }
            exchange.sendResponseHeaders(204, -1);
        } else {
            exchange.sendResponseHeaders(405, -1);
        }
    }

    private Optional<OAuthApp> app(String clientId, String secret) {
        return Optional.ofNullable(apps.get(clientId))
                .filter(app -> app.clientSecret().equals(secret));
    }

    private static Optional<List<String>> basic(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        if (header == null || !header.startsWith("Basic ")) {
            return Optional.empty();
        }
        String login = new String(Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
        List<String> parts = List.of(login.split(":", 2));
        return parts.size() == 2
                ? Optional.of(parts.stream().map(SignIn::decoded).toList())
                : Optional.empty();
    }

    private static boolean isPerson(Account account) {
        return account.type().equals("User");
    }

    private static Map<String, String> fields(String body) throws IOException {
        Map<String, String> fields = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : JSON.readTree(body).properties()) {
            fields.put(field.getKey(), field.getValue().asText());
        }
        return fields;
    }

    private static Map<String, String> form(@Nullable String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (text != null && !text.isBlank()) {
            for (String one : text.split("&", -1)) {
                String[] pair = one.split("=", 2);
                fields.put(decoded(pair[0]), pair.length == 2 ? decoded(pair[1]) : "");
            }
        }
        return fields;
    }

    private static String query(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String html(@Nullable String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private static void redirect(HttpExchange exchange, URI target, Map<String, String> answer) throws IOException {
        exchange.getResponseHeaders()
                .set("Location", target + (target.getRawQuery() == null ? "?" : "&") + query(answer));
        exchange.sendResponseHeaders(302, -1);
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
