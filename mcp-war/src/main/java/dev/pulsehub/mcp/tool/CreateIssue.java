package dev.pulsehub.mcp.tool;

import static java.util.Map.entry;

import dev.pulsehub.core.access.Asker;
import dev.pulsehub.core.github.PersonalGitHub;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * {@code github_create_issue}. An assistant that tries again after a time-out must not leave two issues: one with the
 * same title that the same person opened within ten minutes is the answer.
 */
@ApplicationScoped
public class CreateIssue implements PulseTool {

    private static final Duration SAME = Duration.ofMinutes(10);
    private static final int LONGEST_TITLE = 256;
    private static final int LONGEST_BODY = 65_536;

    @Inject
    private PersonsGitHub github;

    @Inject
    private Clock clock;

    /** Two calls at once would both find none. */
    private final ReentrantLock oneAtATime = new ReentrantLock();

    @Override
    public McpSchema.Tool definition() {
        String title = "Create an issue";
        return McpSchema.Tool.builder()
                .name("github_create_issue")
                .title(title)
                .description(
                        "Opens an issue on GitHub in the person's name; the same title again within ten minutes is answered"
                                + " with the first.")
                .annotations(new McpSchema.ToolAnnotations(title, false, false, false, true, null))
                .inputSchema(Schemas.input(
                        Schemas.properties(
                                entry("owner", Schemas.text("")),
                                entry("repo", Schemas.text("")),
                                entry("title", Schemas.text("")),
                                entry("body", Schemas.text("Markdown"))),
                        "owner",
                        "repo",
                        "title"))
                .outputSchema(Schemas.output("repo", "number", "title", "link", "created", "as_of"))
                .build();
    }

    @Override
    public Answer answer(Asker asker, Arguments arguments) {
        String repo = arguments.repo();
        String title = arguments.text("title");
        String body = arguments.find("body").orElse("");
        if (!asker.may(Asker.WRITE)) {
            throw new NoAnswer("This API token may only read. Make one that may create issues on the page API tokens.");
        }
        if (title.length() > LONGEST_TITLE || body.length() > LONGEST_BODY) {
            throw new NoAnswer("A title has at most 256 characters and a body 65,536.");
        }
        PersonalGitHub personal = github.of(asker)
                .orElseThrow(() -> new NoAnswer("Pulse-Hub has no GitHub token of yours to create an issue with."));
        oneAtATime.lock();
        try {
            Optional<JsonObject> twin = twin(personal, asker, repo, title);
            JsonObject issue = twin.orElseGet(() -> personal.create(
                    "repos/" + repo + "/issues",
                    Json.createObjectBuilder()
                            .add("title", title)
                            .add("body", body)
                            .build()));
            return answer(repo, issue, twin.isEmpty());
        } finally {
            oneAtATime.unlock();
        }
    }

    private Optional<JsonObject> twin(PersonalGitHub personal, Asker asker, String repo, String title) {
        Instant since = clock.instant().minus(SAME);
        String query = "repos/" + repo + "/issues?state=all&sort=created&direction=desc&per_page=50&creator="
                + RepoLists.encoded(asker.login());
        return personal
                .get(query)
                .orElseThrow(() -> RepoLists.notVisible(repo))
                .asJsonArray()
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(issue -> !issue.containsKey("pull_request"))
                .filter(issue -> issue.getString("title", "").strip().equalsIgnoreCase(title))
                .filter(issue -> issue.get("created_at") instanceof JsonString at
                        && Instant.parse(at.getString()).isAfter(since))
                .findFirst();
    }

    private Answer answer(String repo, JsonObject issue, boolean created) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("repo", repo);
        body.put("number", issue.getInt("number"));
        body.put("title", Untrusted.line(issue.getString("title", "")));
        body.put("link", issue.getString("html_url", ""));
        body.put("created", created);
        body.put("as_of", Origin.gitHub(clock.instant()).asOf());
        return new Answer(
                body,
                (created ? "Created " : "Was created a moment ago already: ") + repo + "#" + body.get("number") + ", "
                        + body.get("link"));
    }
}
