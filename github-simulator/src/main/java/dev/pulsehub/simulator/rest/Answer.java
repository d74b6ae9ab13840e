package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;

/**
 * What GitHub answers.
 *
 * @param headers beyond those every answer carries
 */
public record Answer(int status, JsonNode body, Map<String, String> headers) {

    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer ok(JsonNode body) {
        return new Answer(200, body, Map.of());
    }

    static Answer created(JsonNode body) {
        return new Answer(201, body, Map.of());
    }

    static Answer notFound() {
        return error(404, "Not Found");
    }

    /** The repository cannot be had for legal reasons. */
    static Answer blocked(Instant since) {
        Answer answer = error(451, "Repository access blocked");
        ((ObjectNode) answer.body())
                .putObject("block")
                .put("reason", "dmca")
                .put("created_at", since.toString())
                .put("html_url", "https://github.com/github/dmca");
        return answer;
    }

    /** Done, and there is nothing to say. */
    static Answer nothing() {
        return new Answer(204, NullNode.instance, Map.of());
    }

    /** Validation failed, with the field and what is wrong with it in one of GitHub's codes. */
    static Answer invalid(String resource, String field, String code) {
        Answer answer = error(422, "Validation Failed");
        ((ObjectNode) answer.body())
                .putArray("errors")
                .addObject()
                .put("resource", resource)
                .put("field", field)
                .put("code", code);
        return answer;
    }

    /** It is elsewhere: for good, or for a method that has to be kept. */
    static Answer moved(String method, String url) {
        int status = method.equals("GET") ? 301 : 307;
        return new Answer(
                status,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("message", status == 301 ? "Moved Permanently" : "Temporary Redirect")
                        .put("url", url)
                        .put(
                                "documentation_url",
                                "https://docs.github.com/rest/guides/best-practices-for-using-the-rest-api#follow-redirects"),
                Map.of("Location", url));
    }

    /** An error in GitHub's words. */
    public static Answer error(int status, String message) {
        return new Answer(
                status,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("message", message)
                        .put("documentation_url", "https://docs.github.com/rest")
                        .put("status", Integer.toString(status)),
                Map.of());
    }
}
