package dev.pulsehub.core.github;

import dev.pulsehub.core.github.Payloads.Actor;
import dev.pulsehub.core.github.Payloads.CommentPayload;
import dev.pulsehub.core.github.Payloads.IssuePayload;
import dev.pulsehub.core.github.Payloads.PullPayload;
import dev.pulsehub.core.github.Payloads.ReviewPayload;
import dev.pulsehub.core.github.Payloads.RunPayload;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.util.Optional;
import java.util.OptionalLong;

/** What one webhook delivery says. */
public final class WebhookPayload {

    private final Json json;

    private WebhookPayload(Json json) {
        this.json = json;
    }

    /**
     * Reads the bytes.
     *
     * @throws PayloadRejected when they are no JSON object
     */
    public static WebhookPayload parse(byte[] payload) {
        try (JsonReader reader = jakarta.json.Json.createReader(new ByteArrayInputStream(payload))) {
            JsonValue value = reader.readValue();
            if (value instanceof JsonObject object) {
                return new WebhookPayload(new Json(object));
            }
            throw new PayloadRejected("the payload is no JSON object");
        } catch (JsonException e) {
            throw new PayloadRejected("the payload is not JSON: " + e.getMessage());
        }
    }

    public String action() {
        return json.text("action", "");
    }

    /** Zero when the delivery names no repository. */
    public long repoId() {
        return json.find("repository").map(repo -> repo.number("id")).orElse(0L);
    }

    /** GitHub's id of the person whose rights changed; empty when the delivery is about nobody in particular. */
    public OptionalLong memberId() {
        return json.find("member")
                .or(() -> json.find("membership").flatMap(membership -> membership.find("user")))
                .map(person -> OptionalLong.of(person.number("id")))
                .orElse(OptionalLong.empty());
    }

    /** GitHub's id of the organization; zero when the delivery names none. */
    public long organizationId() {
        return json.find("organization")
                .map(organization -> organization.number("id"))
                .orElse(0L);
    }

    /** Who did it; empty when the account is gone. */
    public Optional<Actor> sender() {
        return json.restActor("sender");
    }

    /** The pull request, if the payload shows it whole. */
    public Optional<PullPayload> pull() {
        return RestReader.pull(json.get("pull_request"));
    }

    public int pullNumber() {
        return json.get("pull_request").count("number");
    }

    public IssuePayload issue() {
        return RestReader.issue(json.get("issue"));
    }

    public int issueNumber() {
        return json.get("issue").count("number");
    }

    /** Comments on pull requests come as comments on issues. */
    public boolean issueIsPull() {
        return json.get("issue").find("pull_request").isPresent();
    }

    public Optional<ReviewPayload> review() {
        return RestReader.review(json.get("review"));
    }

    public CommentPayload comment() {
        return RestReader.comment(json.get("comment"));
    }

    /** Whether a push went to the default branch. */
    public boolean isOnDefaultBranch() {
        return json.find("repository")
                .flatMap(repo -> repo.findText("default_branch"))
                .map(branch -> json.text("ref", "").equals("refs/heads/" + branch))
                .orElse(false);
    }

    public RunPayload run() {
        return RestReader.run(json.get("workflow_run"));
    }
}
