package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.hook.Hook;
import dev.pulsehub.simulator.hook.Sent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Hooks and their deliveries. */
final class HookShapes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private HookShapes() {}

    /** @param base address of the list of hooks it stands in */
    static ObjectNode hook(String base, Hook hook, Optional<Sent> last) {
        ObjectNode node = Shapes.object();
        String url = base + "/" + hook.id();
        node.put("type", hook.scope());
        node.put("id", hook.id());
        node.put("name", "web");
        node.put("active", hook.active());
        hook.events().forEach(node.putArray("events")::add);
        ObjectNode config = node.putObject("config");
        config.put("content_type", hook.form() ? "form" : "json");
        config.put("insecure_ssl", "0");
        config.put("url", hook.url());
        hook.secret().ifPresent(secret -> config.put("secret", "********"));
        node.put("updated_at", Shapes.text(hook.updatedAt()));
        node.put("created_at", Shapes.text(hook.createdAt()));
        node.put("url", url);
        node.put("ping_url", url + "/pings");
        node.put("deliveries_url", url + "/deliveries");
        if (hook.scope().equals("Repository")) {
            node.put("test_url", url + "/test");
            ObjectNode response = node.putObject("last_response");
            response.put("code", last.map(Sent::status).filter(code -> code > 0).orElse(null));
            response.put("status", last.map(Sent::says).orElse("unused"));
            response.putNull("message");
        }
        return node;
    }

    static ObjectNode item(Sent sent) {
        ObjectNode node = Shapes.object();
        node.put("id", sent.id());
        node.put("guid", sent.guid());
        node.put("delivered_at", Shapes.text(sent.at()));
        node.put("redelivery", sent.redelivery());
        node.put("duration", sent.took().toMillis() / 1000.0);
        node.put("status", sent.says());
        node.put("status_code", sent.status());
        node.put("event", sent.message().event());
        node.put(
                "action",
                sent.message().action().isEmpty() ? null : sent.message().action());
        JsonNode installation =
                sent.hook().scope().equals(Hook.OF_APP) ? payload(sent).at("/installation/id") : NullNode.instance;
        node.put("installation_id", installation.isNumber() ? installation.asLong() : null);
        node.put("repository_id", sent.repository().orElse(null));
        node.putNull("throttled_at");
        return node;
    }

    /** A delivery alone, with what was asked and answered. */
    static ObjectNode delivery(Sent sent) {
        ObjectNode node = item(sent);
        node.put("url", sent.hook().url());
        ObjectNode request = node.putObject("request");
        ObjectNode asked = request.putObject("headers");
        sent.requestHeaders().forEach(asked::put);
        request.set("payload", payload(sent));
        ObjectNode response = node.putObject("response");
        ObjectNode answered = response.putObject("headers");
        sent.responseHeaders().forEach(answered::put);
        response.put("payload", sent.responseBody());
        return node;
    }

    private static JsonNode payload(Sent sent) {
        try {
            return JSON.readTree(new String(sent.message().payload(), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            return NullNode.instance;
        }
    }
}
