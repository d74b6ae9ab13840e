package dev.pulsehub.simulator.signin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.World;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** GitHub's side of signing in to an app: the page that asks, the code, the device, the token, and its revocation. */
public final class SignIn implements HttpHandler {

    /** Where it has to be mounted. */
    public static final List<String> PATHS =
            List.of("/login/oauth/", "/login/device", "/applications/", "/api/v3/applications/");

    private static final String DOCS =
            "https://docs.github.com/apps/managing-oauth-apps/troubleshooting-authorization-request-errors/";

    private final Apps apps;
    private final Pages pages;
    private final Grants grants;
    private final Devices devices;
    private final TokenEndpoint tokens;
    private final TokenCheck check;
    private final String url;

    /**
     * Signing in to the apps of one world.
     *
     * @param users a person as the API prints people
     * @param url where this is reached
     */
    public SignIn(World world, Apps apps, Tokens tokens, Function<Account, ?> users, String url) {
        this.apps = apps;
        this.url = url;
        pages = new Pages(world);
        grants = new Grants(world.clock(), tokens, apps);
        devices = new Devices(world.clock());
        this.tokens = new TokenEndpoint(apps, grants, devices);
        check = new TokenCheck(apps, grants, users, url, world.clock().instant());
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            reply(exchange).write(exchange);
        } catch (RuntimeException e) {
            System.getLogger(SignIn.class.getName()).log(System.Logger.Level.ERROR, "Cannot answer", e);
            exchange.sendResponseHeaders(500, -1);
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().replaceFirst("^/api/v3", "");
        String query = exchange.getRequestURI().getRawQuery();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String[] parts = path.split("/", -1);
        if (parts.length == 4
                && parts[1].equals("applications")
                && List.of("token", "grant").contains(parts[3])) {
            String header = exchange.getRequestHeaders().getFirst("Authorization");
            return check.answer(exchange.getRequestMethod(), parts[2], parts[3], Form.basic(header), body);
        }
        return switch (exchange.getRequestMethod() + " " + path) {
            case "GET /login/oauth/authorize" -> authorize(Form.of(query), false);
            case "POST /login/oauth/authorize" -> authorize(Form.of(body), true);
            case "POST /login/oauth/access_token" -> asAsked(exchange, tokens.answer(asked(exchange, query, body)));
            case "POST /login/device/code" -> deviceCode(exchange, asked(exchange, query, body));
            case "GET /login/device" -> devicePage(Form.of(query).getOrDefault("user_code", ""));
            case "POST /login/device" -> decideDevice(Form.of(body));
            default -> Reply.html(404, pages.say("Not Found"));
        };
    }

    /** What an app asks, wherever it says it; its login may be in the header. */
    private static Map<String, String> asked(HttpExchange exchange, String query, String body) throws IOException {
        Map<String, String> asked = new LinkedHashMap<>(Form.of(query));
        asked.putAll(Form.ofBody(body));
        Form.basic(exchange.getRequestHeaders().getFirst("Authorization")).ifPresent(login -> {
            asked.put("client_id", login.getFirst());
            asked.put("client_secret", login.getLast());
        });
        return asked;
    }

    private static Reply asAsked(HttpExchange exchange, Map<String, Object> answer) {
        String accepted = exchange.getRequestHeaders().getFirst("Accept");
        return accepted != null && accepted.contains("application/json") ? Reply.json(200, answer) : Reply.form(answer);
    }

    private Reply authorize(Map<String, String> asked, boolean decided) {
        Optional<App> app = apps.app(asked.getOrDefault("client_id", ""));
        if (app.isEmpty()) {
            return Reply.html(404, pages.say("Not Found"));
        }
        Optional<URI> target = target(app.get(), asked);
        if (target.isEmpty()) {
            return Reply.redirect(
                    app.get().callback(),
                    refusal(
                            "redirect_uri_mismatch",
                            "The redirect_uri MUST match the registered callback URL for this application.",
                            asked));
        }
        if (apps.isSuspended(app.get())) {
            return Reply.redirect(
                    target.get(),
                    refusal(
                            "application_suspended",
                            "Your application has been suspended. Contact support@github.com.",
                            asked));
        }
        if (asked.containsKey("code_challenge") && !"S256".equals(asked.getOrDefault("code_challenge_method", ""))) {
            return Reply.redirect(
                    target.get(),
                    refusal("invalid_request", "Only the code_challenge_method S256 is supported.", asked));
        }
        return decided ? decide(app.get(), target.get(), asked) : Reply.html(200, pages.authorize(app.get(), asked));
    }

    private static Optional<URI> target(App app, Map<String, String> asked) {
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

    private Reply decide(App app, URI target, Map<String, String> asked) {
        Optional<Account> person = pages.person(asked);
        if (person.isEmpty()) {
            return Reply.html(422, pages.say("Nobody of that name"));
        }
        if (!Pages.allowed(asked)) {
            return Reply.redirect(
                    target, refusal("access_denied", "The user has denied your application access.", asked));
        }
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put(
                "code",
                grants.allow(
                        person.get(),
                        app.clientId(),
                        Pages.granted(asked.getOrDefault("scope", ""), asked),
                        asked.getOrDefault("redirect_uri", ""),
                        asked.getOrDefault("code_challenge", "")));
        Optional.ofNullable(asked.get("state")).ifPresent(state -> answer.put("state", state));
        return Reply.redirect(target, answer);
    }

    private static Map<String, String> refusal(String error, String description, Map<String, String> asked) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("error", error);
        answer.put("error_description", description);
        answer.put("error_uri", DOCS);
        Optional.ofNullable(asked.get("state")).ifPresent(state -> answer.put("state", state));
        return answer;
    }

    private Reply deviceCode(HttpExchange exchange, Map<String, String> asked) {
        Optional<App> app = apps.app(asked.getOrDefault("client_id", ""));
        return app.isEmpty()
                ? Reply.json(404, Map.of("error", "Not Found"))
                : asAsked(exchange, devices.begin(app.get(), asked.getOrDefault("scope", ""), url));
    }

    private Reply devicePage(String userCode) {
        Optional<Devices.Waiting> waiting = devices.waiting(userCode);
        return Reply.html(
                200,
                pages.device(
                        waiting.flatMap(one -> apps.app(one.clientId())),
                        userCode,
                        waiting.map(Devices.Waiting::scopes).orElse("")));
    }

    private Reply decideDevice(Map<String, String> answer) {
        String userCode = answer.getOrDefault("user_code", "");
        Optional<Devices.Waiting> waiting = devices.waiting(userCode);
        Optional<Account> person = pages.person(answer);
        if (waiting.isEmpty() || person.isEmpty()) {
            return Reply.html(422, pages.say("The code or the person is unknown"));
        }
        devices.decide(
                userCode,
                person.get(),
                Pages.allowed(answer),
                Pages.granted(waiting.get().scopes(), answer));
        return Reply.html(
                200, pages.say(Pages.allowed(answer) ? "Congratulations, you're all set!" : "The device was denied"));
    }
}
