package dev.pulsehub.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.pulsehub.simulator.command.NoSuchThing;
import dev.pulsehub.simulator.hook.Mishaps;
import dev.pulsehub.simulator.hook.Webhooks;
import dev.pulsehub.simulator.signin.Tokens;
import dev.pulsehub.simulator.world.NotPossible;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.World;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The simulator's own API on its second port: change the world, move the clock, count, and let things go wrong. */
final class AdminApi implements HttpHandler {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** With a login behind it: all that this person ever let OAuth apps do, which they take back by DELETE. */
    private static final String GRANTS = "/grants/";

    private final World world;
    private final Commands commands;
    private final Webhooks webhooks;
    private final RequestLog log;
    private final Faults faults;
    private final CostModel costs;
    private final Tokens tokens;
    private final AppVerbs apps;
    private final LimitSettings limits;

    AdminApi(World world, Commands commands, Webhooks webhooks, ApiHandler.Surroundings around) {
        this.world = world;
        this.commands = commands;
        this.webhooks = webhooks;
        this.log = around.log();
        this.faults = around.faults();
        this.costs = around.costs();
        this.tokens = around.tokens();
        this.apps = new AppVerbs(world, around.apps());
        this.limits = new LimitSettings(around.budgets(), around.secondary());
    }

    private record Reply(int status, JsonNode body) {}

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Reply reply = reply(exchange);
            byte[] body = JSON.writeValueAsBytes(reply.body());
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        try {
            JsonNode body = bytes.length == 0 ? JsonNodeFactory.instance.objectNode() : JSON.readTree(bytes);
            return switch (exchange.getRequestMethod()) {
                case "GET" -> get(path);
                case "DELETE" -> delete(path);
                case "PUT" -> put(path, body);
                case "POST" -> post(path, body);
                default -> problem(405, exchange.getRequestMethod() + " is not used here");
            };
        } catch (JsonProcessingException e) {
            return problem(400, "The body is not JSON: " + e.getOriginalMessage());
        } catch (NotPossible | IllegalArgumentException | DateTimeException e) {
            return problem(422, String.valueOf(e.getMessage()));
        } catch (NoSuchThing e) {
            return problem(404, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            System.getLogger(AdminApi.class.getName()).log(System.Logger.Level.ERROR, "Cannot do " + path, e);
            return problem(500, e.toString());
        }
    }

    private Reply get(String path) {
        return switch (path) {
            case "/requests" -> new Reply(200, JSON.valueToTree(log.totals()));
            case "/requests/minutes" -> new Reply(200, JSON.valueToTree(log.minutes()));
            case "/faults" -> new Reply(200, faults());
            case "/deliveries" -> new Reply(200, deliveries());
            case "/repos" -> new Reply(200, world.read(this::repos));
            case "/clock" ->
                new Reply(200, object().put("instant", world.clock().instant().toString()));
            default -> problem(404, "No such resource: " + path);
        };
    }

    private ArrayNode deliveries() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Webhooks.Delivery delivery : webhooks.deliveries()) {
            all.addObject()
                    .put("guid", delivery.guid())
                    .put("event", delivery.event())
                    .put("action", delivery.action())
                    .put("attempts", delivery.attempts())
                    .put("status", delivery.status());
        }
        return all;
    }

    private ArrayNode repos() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        world.repos()
                .forEach(repo -> all.addObject()
                        .put("full_name", repo.fullName())
                        .put("id", repo.id())
                        .put("issues", repo.issues().count())
                        .put("pulls", repo.pulls().count())
                        .put("open_pulls", repo.pulls().filter(Pull::isOpen).count())
                        .put("runs", repo.runs().size()));
        return all;
    }

    private Reply delete(String path) {
        if (path.startsWith(GRANTS)) {
            String login = path.substring(GRANTS.length());
            tokens.removeIf(access ->
                    !access.clientId().isEmpty() && access.account().login().equals(login));
            return new Reply(200, object());
        }
        switch (path) {
            case "/requests" -> log.reset();
            case "/faults" -> faults.clear();
            default -> {
                return problem(404, "No such resource: " + path);
            }
        }
        return new Reply(200, object());
    }

    private Reply put(String path, JsonNode body) {
        switch (path) {
            case "/clock" -> commands.moveClock(body);
            case "/mishaps" -> mishaps(body);
            case "/profile" -> {
                costs.profile(CostModel.Profile.valueOf(
                        body.path("name").asText("calm").toUpperCase(Locale.ROOT)));
                costs.pace(body.path("pace").asDouble());
            }
            case "/limits" -> limits.set(body);
            case "/webhook" ->
                webhooks.sendTo(new Webhooks.Target(
                        body.path("url").asText(), body.path("secret").asText()));
            default -> {
                return problem(404, "No such resource: " + path);
            }
        }
        return new Reply(200, object());
    }

    /** What befalls deliveries from now on; an empty object ends it. */
    private void mishaps(JsonNode body) {
        webhooks.endMishaps();
        Mishaps mishaps = webhooks.mishaps();
        mishaps.lose(body.path("lose").asInt());
        mishaps.repeat(body.path("repeat").asInt());
        mishaps.reverse(body.path("reverse").asInt());
        mishaps.delay(Duration.parse(body.path("delay").asText("PT0S")));
        JsonNode chances = body.path("chances");
        mishaps.chances(
                chances.path("lose").asDouble(),
                chances.path("repeat").asDouble(),
                chances.path("swap").asDouble(),
                chances.path("seed").asLong(1));
    }

    private static Fault fault(JsonNode body) {
        String kind = body.path("kind").asText("status").toUpperCase(Locale.ROOT);
        return new Fault(
                Pattern.compile(body.path("match").asText(".*")),
                body.path("token").asText(""),
                Fault.Kind.valueOf(kind),
                body.path("status").asInt(kind.equals("STATUS") ? 502 : 403),
                body.path("chance").asDouble(1),
                body.path("times").asInt(body.has("until") || body.has("chance") ? Integer.MAX_VALUE : 1),
                body.hasNonNull("until")
                        ? Optional.of(Instant.parse(body.get("until").asText()))
                        : Optional.empty(),
                body.hasNonNull("wait")
                        ? Optional.of(Duration.parse(body.get("wait").asText()))
                        : Optional.empty());
    }

    private ArrayNode faults() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        faults.all()
                .forEach(fault -> all.addObject()
                        .put("match", fault.path().pattern())
                        .put("token", fault.token())
                        .put("kind", fault.kind().name().toLowerCase(Locale.ROOT))
                        .put("status", fault.status())
                        .put("chance", fault.chance())
                        .put("times", fault.times()));
        return all;
    }

    private Reply post(String path, JsonNode body) {
        List<String> parts = List.of(path.substring(1).split("/", -1));
        if (path.equals("/faults")) {
            faults.add(fault(body));
            return new Reply(201, object());
        }
        if (parts.size() == 3
                && parts.get(0).equals("deliveries")
                && parts.get(2).equals("redeliver")) {
            return webhooks.redeliver(parts.get(1)) ? new Reply(202, object()) : problem(404, "No such delivery");
        }
        if (AppVerbs.isOne(parts)) {
            return new Reply(200, apps.run(parts, body));
        }
        if (parts.getFirst().equals("accounts")
                || parts.size() >= 3 && parts.getFirst().equals("orgs")) {
            return new Reply(201, commands.run(parts, body));
        }
        if (parts.size() >= 4 && parts.getFirst().equals("repos")) {
            List<String> what = parts.subList(1, parts.size());
            return new Reply(what.size() == 3 ? 201 : 200, commands.run(what, body));
        }
        return problem(404, "No such resource: " + path);
    }

    private static Reply problem(int status, String message) {
        return new Reply(status, object().put("message", message));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
