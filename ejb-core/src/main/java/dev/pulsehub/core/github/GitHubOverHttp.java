package dev.pulsehub.core.github;

import dev.pulsehub.core.github.Payloads.Actor;
import dev.pulsehub.core.github.Payloads.CommitPayload;
import dev.pulsehub.core.github.Payloads.DeploymentPayload;
import dev.pulsehub.core.github.Payloads.InventoryPayload;
import dev.pulsehub.core.github.Payloads.MilestonePayload;
import dev.pulsehub.core.github.Payloads.ReleasePayload;
import dev.pulsehub.core.github.Payloads.RepoPayload;
import dev.pulsehub.core.github.Payloads.RunPayload;
import dev.pulsehub.core.github.Payloads.WholeIssue;
import dev.pulsehub.core.github.Payloads.WholePull;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * GitHub's GraphQL and REST APIs: GraphQL for what nests, REST for workflow runs and for questions that cost nothing.
 */
public final class GitHubOverHttp implements GitHub {

    private static final int MOST_ISSUES = 100;
    private static final int MOST_PULLS = 50;
    private static final Duration SHORT_WAIT = Duration.ofSeconds(20);

    private static final Map<String, String> TOTALS = Map.of(
            "issues", "issues",
            "pulls", "pullRequests",
            "milestones", "milestones",
            "deployments", "deployments",
            "releases", "releases");

    private final Transport transport;
    private final GraphQl graphql;
    private final Overflow overflow;
    private final Limits limits;
    private final Clock clock;
    private final PageSize issuePages = new PageSize(25, MOST_ISSUES);
    private final PageSize pullPages = new PageSize(25, MOST_PULLS);

    /**
     * @param api base of the REST API; GraphQL is found beside it as on GitHub and on GitHub Enterprise
     * @param token never sent to another host, never logged
     */
    public GitHubOverHttp(URI api, String token, Clock clock) {
        this.transport = new Transport(api, token);
        this.limits = new Limits(clock);
        this.clock = clock;
        String path =
                api.getPath().endsWith("/api/v3") ? api.resolve("../graphql").getPath() : "graphql";
        this.graphql = new GraphQl(
                transport,
                limits,
                clock,
                path.startsWith("/") ? api.resolve(path).toString() : path);
        this.overflow = new Overflow(graphql);
    }

    @Override
    public Actor viewer() {
        return rest("user", Optional.empty(), (response, body) -> RestReader.viewer(body))
                .orElseThrow(() -> Refusals.of(404, "the token's own user"));
    }

    @Override
    public Page<RepoPayload> repos(String owner, Optional<String> after) {
        JsonObjectBuilder variables = object().add("login", owner).add("first", 100);
        after.ifPresent(cursor -> variables.add("after", cursor));
        GraphQl.Reply reply = ask("repos", variables);
        return reply.data()
                .find("repositoryOwner")
                .map(account -> page(
                        account.get("repositories"), reply, node -> GraphQlReader.repo(account.text("login"), node), 1))
                .orElseGet(() -> new Page<>(List.of(), 0, Optional.empty(), reply.servedAt(), 1));
    }

    @Override
    public Page<WholeIssue> issues(Repository repository, Optional<String> after, Optional<Instant> since) {
        return resized(issuePages, "issues of " + repository, size -> {
            JsonObjectBuilder variables = of(repository).add("first", size);
            after.ifPresent(cursor -> variables.add("after", cursor));
            since.ifPresent(moment -> variables.add("since", moment.toString()));
            GraphQl.Reply reply = graphql.ask("issues", variables.build());
            Overflow.Asked asked = overflow.of(repository);
            return wholePage(reply, repository, "issues", asked, asked::issue);
        });
    }

    @Override
    public Page<WholePull> pulls(Repository repository, Optional<String> after) {
        return resized(pullPages, "pull requests of " + repository, size -> {
            JsonObjectBuilder variables = of(repository).add("first", size);
            after.ifPresent(cursor -> variables.add("after", cursor));
            GraphQl.Reply reply = graphql.ask("pulls", variables.build());
            Overflow.Asked asked = overflow.of(repository);
            return wholePage(reply, repository, "pullRequests", asked, asked::pull);
        });
    }

    @Override
    public Optional<WholeIssue> issue(Repository repository, int number) {
        Overflow.Asked asked = overflow.of(repository);
        return one(() -> repositoryOf(
                        graphql.ask(
                                "issue", of(repository).add("number", number).build()),
                        repository)
                .find("issue")
                .map(asked::issue));
    }

    @Override
    public Optional<WholePull> pull(Repository repository, int number) {
        Overflow.Asked asked = overflow.of(repository);
        return one(() -> repositoryOf(
                        graphql.ask("pull", of(repository).add("number", number).build()), repository)
                .find("pullRequest")
                .map(asked::pull));
    }

    @Override
    public List<MilestonePayload> milestones(Repository repository) {
        List<MilestonePayload> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<MilestonePayload> page = listed("milestones", repository, after, GraphQlReader::milestone);
            all.addAll(page.nodes());
            after = page.next();
        } while (after.isPresent());
        return all;
    }

    @Override
    public Page<CommitPayload> commits(Repository repository, Optional<String> after) {
        JsonObjectBuilder variables = of(repository);
        after.ifPresent(cursor -> variables.add("after", cursor));
        GraphQl.Reply reply = ask("commits", variables);
        requireWhole(reply, "commits", repository);
        return repositoryOf(reply, repository)
                .find("defaultBranchRef")
                .flatMap(branch -> branch.find("target"))
                .map(head -> page(head.get("history"), reply, GraphQlReader::branchCommit, 1))
                .orElseGet(() -> new Page<>(List.of(), 0, Optional.empty(), reply.servedAt(), 1));
    }

    @Override
    public Page<DeploymentPayload> deployments(Repository repository, Optional<String> after) {
        return listed("deployments", repository, after, GraphQlReader::deployment);
    }

    @Override
    public Page<ReleasePayload> releases(Repository repository, Optional<String> after) {
        return listed("releases", repository, after, GraphQlReader::release);
    }

    @Override
    public Map<String, Long> totals(Repository repository) {
        Json found = repositoryOf(ask("totals", of(repository)), repository);
        Map<String, Long> totals = new TreeMap<>();
        TOTALS.forEach((kind, list) -> totals.put(kind, (long) found.get(list).count("totalCount")));
        rest("repositories/" + repository.id() + "/actions/runs?per_page=1", Optional.empty(), (response, body) ->
                        (long) body.count("total_count"))
                .ifPresent(runs -> totals.put("runs", runs)); // none where Actions are switched off
        return totals;
    }

    @Override
    public Page<InventoryPayload> issueInventory(Repository repository, Optional<String> after) {
        return inventory("issue-inventory", "issues", repository, after);
    }

    @Override
    public Page<InventoryPayload> pullInventory(Repository repository, Optional<String> after) {
        return inventory("pull-inventory", "pullRequests", repository, after);
    }

    private Page<InventoryPayload> inventory(String query, String list, Repository repository, Optional<String> after) {
        JsonObjectBuilder variables = of(repository);
        after.ifPresent(cursor -> variables.add("after", cursor));
        GraphQl.Reply reply = ask(query, variables);
        requireWhole(reply, list, repository);
        return page(repositoryOf(reply, repository).get(list), reply, GraphQlReader::inventory, 1);
    }

    /** A page of a list of the repository that bears the name of its query. */
    private <T> Page<T> listed(String list, Repository repository, Optional<String> after, Function<Json, T> reading) {
        JsonObjectBuilder variables = of(repository);
        after.ifPresent(cursor -> variables.add("after", cursor));
        GraphQl.Reply reply = ask(list, variables);
        requireWhole(reply, list, repository);
        return page(repositoryOf(reply, repository).get(list), reply, reading, 1);
    }

    /** What is missing from a part must not pass for gone. */
    private void requireWhole(GraphQl.Reply reply, String list, Repository repository) {
        if (!reply.problems().isEmpty()) {
            throw new GitHubUnavailable(
                    "GitHub gave only a part of the " + list + " of " + repository + ": "
                            + reply.problems().getFirst(),
                    clock.instant().plus(SHORT_WAIT));
        }
    }

    @Override
    public Probe deployed(long repoId, Optional<String> etag) {
        return probe("repositories/" + repoId + "/deployments?per_page=100", etag);
    }

    @Override
    public Probe released(long repoId, Optional<String> etag) {
        return probe("repositories/" + repoId + "/releases?per_page=100", etag);
    }

    @Override
    public Probe changes(long repoId, Optional<String> etag) {
        return probe("repositories/" + repoId + "/issues?state=all&sort=updated&direction=desc&per_page=1", etag);
    }

    @Override
    public Probe pushes(long repoId, Optional<String> etag) {
        return probe("repositories/" + repoId + "/commits?per_page=1", etag);
    }

    private Probe probe(String path, Optional<String> etag) {
        return rest(
                        path,
                        etag,
                        (response, body) -> new Probe(
                                response.getStatus() != 304, Optional.ofNullable(response.getHeaderString("ETag"))))
                .orElse(new Probe(true, Optional.empty()));
    }

    @Override
    public RunPage runs(long repoId, Optional<String> next, Optional<String> etag) {
        String path = next.orElse("repositories/" + repoId + "/actions/runs?per_page=100");
        return rest(path, etag, GitHubOverHttp::runPage).orElseGet(() -> new RunPage(true, Optional.empty(), noRuns()));
    }

    @Override
    public Optional<RunPayload> run(long repoId, long runId) {
        return rest(
                "repositories/" + repoId + "/actions/runs/" + runId,
                Optional.empty(),
                (response, body) -> RestReader.run(body));
    }

    private static RunPage runPage(Response response, Json body) {
        Optional<String> etag = Optional.ofNullable(response.getHeaderString("ETag"));
        if (response.getStatus() == 304) {
            return new RunPage(false, etag, noRuns());
        }
        Optional<String> following = Optional.ofNullable(response.getLink("next"))
                .map(link -> link.getUri().toString());
        List<RunPayload> runs =
                body.list("workflow_runs").stream().map(RestReader::run).toList();
        return new RunPage(true, etag, new Page<>(runs, body.count("total_count"), following, Instant.EPOCH, 1));
    }

    private static Page<RunPayload> noRuns() {
        return new Page<>(List.of(), 0, Optional.empty(), Instant.EPOCH, 1);
    }

    private interface Reading<T> {
        T of(Response response, Json body);
    }

    /** Empty when GitHub says 404. */
    private <T> Optional<T> rest(String path, Optional<String> etag, Reading<T> reading) {
        limits.requireOpen();
        try (Response response = transport.get(path, etag)) {
            int status = response.getStatus();
            if (limits.exceeded(response)) {
                throw limits.close(response);
            }
            if (status == 304) {
                return Optional.of(reading.of(response, new Json(jakarta.json.JsonValue.EMPTY_JSON_OBJECT)));
            }
            if (status == 404) {
                return Optional.empty();
            }
            if (status >= 500) {
                throw new GitHubUnavailable(
                        "GitHub failed on " + path + " with status " + status,
                        clock.instant().plus(SHORT_WAIT));
            }
            if (status != 200) {
                throw Refusals.of(status, path);
            }
            try (JsonReader reader = jakarta.json.Json.createReader(response.readEntity(InputStream.class))) {
                return Optional.of(reading.of(response, body(reader)));
            }
        } catch (IOException | JsonException e) {
            throw new GitHubUnavailable(
                    "GitHub did not answer " + path + ": " + e.getMessage(),
                    clock.instant().plus(SHORT_WAIT));
        }
    }

    /** A list at the top becomes an object without fields: only its headers are asked for. */
    private static Json body(JsonReader reader) {
        return new Json(
                reader.readValue() instanceof JsonObject object ? object : jakarta.json.JsonValue.EMPTY_JSON_OBJECT);
    }

    private GraphQl.Reply ask(String query, JsonObjectBuilder variables) {
        JsonObject values = variables.build();
        return one(() -> graphql.ask(query, values));
    }

    /** A question that cannot be made smaller. */
    private <T> T one(Supplier<T> question) {
        try {
            return question.get();
        } catch (GraphQl.TooMuch e) {
            throw new GitHubUnavailable(
                    String.valueOf(e.getMessage()), clock.instant().plus(SHORT_WAIT));
        }
    }

    private <T> Page<T> resized(PageSize size, String what, Function<Integer, Page<T>> question) {
        int requests = 0;
        while (true) {
            requests++;
            try {
                Page<T> page = question.apply(size.get());
                size.grow();
                return new Page<>(
                        page.nodes(), page.total(), page.next(), page.servedAt(), page.requests() + requests - 1);
            } catch (GraphQl.TooMuch e) {
                if (!size.halve()) {
                    throw new GitHubUnavailable(
                            "GitHub cannot answer one by one: " + what + ": " + e.getMessage(),
                            clock.instant().plus(SHORT_WAIT));
                }
            }
        }
    }

    private <T> Page<T> wholePage(
            GraphQl.Reply reply, Repository repository, String list, Overflow.Asked asked, Function<Json, T> reading) {
        Json connection = repositoryOf(reply, repository).get(list);
        if (!reply.problems().isEmpty()) {
            throw new GraphQl.TooMuch("partial answer for " + list + " of " + repository + ": "
                    + reply.problems().getFirst());
        }
        Page<T> page = page(connection, reply, reading, 1);
        return new Page<>(page.nodes(), page.total(), page.next(), page.servedAt(), 1 + asked.requests());
    }

    private static Json repositoryOf(GraphQl.Reply reply, Repository repository) {
        Json found = reply.data().find("repository").orElseThrow(() -> Refusals.of(404, "repository " + repository));
        if (found.number("databaseId") != repository.id()) {
            throw new GitHubRefused(
                    404,
                    "The name " + repository
                            + " belongs to another repository now: the one we know was renamed, moved or"
                            + " deleted. Its new name is found with the next look at the organization.");
        }
        return found;
    }

    private static <T> Page<T> page(Json connection, GraphQl.Reply reply, Function<Json, T> reading, int requests) {
        Json pageInfo = connection.get("pageInfo");
        return new Page<>(
                connection.list("nodes").stream().map(reading).toList(),
                connection.count("totalCount"),
                pageInfo.flag("hasNextPage") ? pageInfo.findText("endCursor") : Optional.empty(),
                reply.servedAt(),
                requests);
    }

    private static JsonObjectBuilder of(Repository repository) {
        return object().add("owner", repository.owner()).add("name", repository.name());
    }

    private static JsonObjectBuilder object() {
        return jakarta.json.Json.createObjectBuilder();
    }
}
