package dev.pulsehub.simulator.dataset;

import static dev.pulsehub.simulator.dataset.DatasetFolder.id;
import static dev.pulsehub.simulator.dataset.DatasetFolder.moment;
import static dev.pulsehub.simulator.dataset.DatasetFolder.number;
import static dev.pulsehub.simulator.dataset.DatasetFolder.requiredMoment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Comment;
import dev.pulsehub.simulator.world.Commit;
import dev.pulsehub.simulator.world.Happening;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Job;
import dev.pulsehub.simulator.world.Label;
import dev.pulsehub.simulator.world.Milestone;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Records;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Review;
import dev.pulsehub.simulator.world.ReviewComment;
import dev.pulsehub.simulator.world.Run;
import dev.pulsehub.simulator.world.Workflow;
import dev.pulsehub.simulator.world.World;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Loads one repository's folder into the world. */
public final class DatasetLoader {

    private static final Set<String> TOLD_ELSEWHERE = Set.of("commented", "reviewed", "committed", "line-commented");
    private static final Set<String> UNFINISHED = Set.of("queued", "in_progress", "waiting", "pending", "requested");

    private final World world;
    private final Records records;

    public DatasetLoader(World world) {
        this.world = world;
        this.records = new Records(world);
    }

    /**
     * Reads the folder.
     *
     * @throws DatasetRejected naming file and element that cannot be read
     */
    public Repo load(Path path) {
        DatasetFolder folder = new DatasetFolder(path);
        return world.write(() -> {
            folder.each("users.json", this::account); // first, because only they carry names
            Repo repo = folder.one("repo.json", this::repo);
            folder.each("labels.json", node -> records.known(repo, label(node)));
            folder.each("milestones.json", node -> records.known(repo, milestone(node, repo.createdAt())));
            folder.each("workflows.json", node -> records.known(repo, workflow(node, id(node))));
            Map<Integer, JsonNode> entries = new HashMap<>();
            folder.each("issues.json", node -> entries.put(number(node), node));
            folder.each("pulls.json", node -> pull(repo, node, entries));
            folder.each("issues.json", node -> issue(repo, node));
            folder.each("issue_comments.json", node -> comment(repo, node));
            folder.eachByNumber(
                    "pull_commits_by_number.json",
                    (number, node) ->
                            repo.pull(number).ifPresent(pull -> pull.commits().add(commit(node))));
            folder.eachByNumber(
                    "pull_reviews_by_number.json",
                    (number, node) -> repo.pull(number).ifPresent(pull -> review(pull, node)));
            folder.each("pull_review_comments.json", node -> reviewComment(repo, node));
            folder.each(
                    "issue_events.json",
                    node -> event(repo, node.path("issue").path("number").asInt(), node));
            folder.eachByNumber("timeline_by_number.json", (number, node) -> event(repo, number, node));
            folder.each("commits.json", node -> repo.commits().add(commit(node)));
            folder.each("actions_runs.json", node -> run(repo, node));
            folder.each("actions_jobs.json", node -> job(repo, node));
            records.keepIdsApart(repo);
            repo.items().forEach(item -> Implied.supply(item, records));
            return repo;
        });
    }

    private Repo repo(JsonNode node) {
        Account owner =
                account(node.path("owner")).orElseThrow(() -> new IllegalArgumentException("\"owner\" is missing"));
        Repo.Profile profile = new Repo.Profile(
                text(node, "description"),
                text(node, "language"),
                node.path("default_branch").asText("main"),
                node.path("private").asBoolean(),
                node.path("fork").asBoolean(),
                node.path("archived").asBoolean(),
                node.path("stargazers_count").asInt(),
                node.path("forks_count").asInt());
        return world.addRepo(id(node), owner, node.path("name").asText(), profile, requiredMoment(node, "created_at"));
    }

    private Optional<Account> account(JsonNode node) {
        if (!node.hasNonNull("login") || !node.hasNonNull("id")) {
            return Optional.empty();
        }
        return Optional.of(world.add(new Account(
                node.get("id").asLong(),
                node.get("login").asText(),
                node.path("type").asText("User"),
                text(node, "name"))));
    }

    private void issue(Repo repo, JsonNode node) {
        if (node.hasNonNull("pull_request")) {
            return;
        }
        Issue issue = records.issue(
                repo,
                id(node),
                number(node),
                node.path("title").asText(),
                account(node.path("user")),
                requiredMoment(node, "created_at"),
                requiredMoment(node, "updated_at"));
        common(issue, node);
        moment(node, "closed_at")
                .filter(at -> "closed".equalsIgnoreCase(node.path("state").asText()))
                .ifPresent(at -> records.closed(
                        issue,
                        at,
                        account(node.path("closed_by")).orElse(null),
                        text(node, "state_reason").orElse(null)));
    }

    private void pull(Repo repo, JsonNode node, Map<Integer, JsonNode> entries) {
        int number = number(node);
        JsonNode entry = entries.getOrDefault(number, MissingNode.getInstance());
        Pull pull = records.pull(
                repo,
                id(node),
                entry.isMissingNode() ? records.impliedId() : id(entry),
                number,
                node.path("title").asText(),
                account(node.path("user")),
                new Pull.Branches(
                        node.path("head").path("ref").asText(),
                        node.path("head").path("sha").asText(),
                        node.path("base").path("ref").asText(),
                        !node.path("head").hasNonNull("repo")),
                requiredMoment(node, "created_at"),
                requiredMoment(node, "updated_at"));
        common(pull, node);
        records.draft(pull, node.path("draft").asBoolean());
        records.size(
                pull,
                node.path("additions").asInt(),
                node.path("deletions").asInt(),
                node.path("changed_files").asInt());
        Optional<Instant> mergedAt = moment(node, "merged_at")
                .or(() -> node.path("merged").asBoolean() ? moment(node, "closed_at") : Optional.empty());
        if (mergedAt.isPresent()) {
            records.merged(
                    pull,
                    mergedAt.get(),
                    account(node.path("merged_by")).orElse(null),
                    text(node, "merge_commit_sha").orElse(null));
        } else {
            Account closer = account(entry.path("closed_by")).orElse(null);
            moment(node, "closed_at").ifPresent(at -> records.closed(pull, at, closer, null));
        }
    }

    private void common(Item item, JsonNode node) {
        node.path("labels").forEach(label -> records.labelled(item, label(label)));
        if (node.path("milestone").hasNonNull("number")) {
            records.planned(item, milestone(node.path("milestone"), item.createdAt()));
        }
    }

    private static Label label(JsonNode node) {
        return new Label(
                node.path("id").asLong(),
                node.path("name").asText(),
                node.path("color").asText("ededed"));
    }

    private static Milestone milestone(JsonNode node, Instant otherwise) {
        return new Milestone(
                node.path("id").asLong(),
                number(node),
                node.path("title").asText(),
                "open".equalsIgnoreCase(node.path("state").asText()),
                moment(node, "due_on"),
                moment(node, "created_at").orElse(otherwise),
                moment(node, "updated_at").orElse(otherwise),
                moment(node, "closed_at"));
    }

    private static Workflow workflow(JsonNode node, long id) {
        return new Workflow(id, node.path("name").asText(), node.path("path").asText(""));
    }

    private void comment(Repo repo, JsonNode node) {
        repo.item(trailingNumber(node, "issue_url"))
                .ifPresent(item -> item.comments()
                        .add(new Comment(
                                id(node),
                                account(node.path("user")),
                                node.path("body").asText(),
                                requiredMoment(node, "created_at"))));
    }

    private void review(Pull pull, JsonNode node) {
        moment(node, "submitted_at")
                .ifPresent(at -> pull.reviews()
                        .add(new Review(
                                id(node),
                                account(node.path("user")),
                                node.path("state").asText().toUpperCase(Locale.ROOT),
                                node.path("body").asText(""),
                                at,
                                node.path("commit_id").asText(pull.headSha()),
                                false)));
    }

    private void reviewComment(Repo repo, JsonNode node) {
        repo.pull(trailingNumber(node, "pull_request_url")).ifPresent(pull -> {
            ReviewComment comment = new ReviewComment(
                    id(node),
                    node.path("pull_request_review_id").asLong(),
                    account(node.path("user")),
                    node.path("body").asText(),
                    node.path("path").asText(),
                    requiredMoment(node, "created_at"));
            pull.reviewComments().add(comment);
        });
    }

    /** Comments, reviews and commits of a timeline have files of their own; the rest has an id and a moment. */
    private void event(Repo repo, int number, JsonNode node) {
        if (!node.hasNonNull("id") || !node.hasNonNull("created_at") || TOLD_ELSEWHERE.contains(kind(node))) {
            return;
        }
        long id = id(node);
        repo.item(number)
                .filter(item -> item.happenings().stream().noneMatch(one -> one.id() == id))
                .ifPresent(item -> item.happenings()
                        .add(new Happening(
                                id,
                                kind(node),
                                requiredMoment(node, "created_at"),
                                account(node.path("actor")),
                                text(node.path("label"), "name"),
                                Optional.empty(),
                                false)));
    }

    private static String kind(JsonNode node) {
        return node.path("event").asText();
    }

    private Commit commit(JsonNode node) {
        JsonNode inner = node.path("commit");
        List<String> parents = new ArrayList<>();
        node.path("parents").forEach(parent -> parents.add(parent.path("sha").asText()));
        Instant authoredAt = requiredMoment(inner.path("author"), "date");
        return new Commit(
                node.path("sha").asText(),
                account(node.path("author")),
                inner.path("author").path("name").asText(""),
                inner.path("author").path("email").asText(""),
                authoredAt,
                moment(inner.path("committer"), "date").orElse(authoredAt),
                inner.path("message").asText(""),
                parents);
    }

    private void run(Repo repo, JsonNode node) {
        String status = node.path("status").asText("").toLowerCase(Locale.ROOT);
        String conclusion = node.path("conclusion").asText("").toLowerCase(Locale.ROOT);
        boolean finished = !UNFINISHED.contains(status);
        Instant createdAt = requiredMoment(node, "created_at");
        records.run(
                repo,
                id(node),
                workflow(node, node.path("workflow_id").asLong()),
                node.path("run_number").asInt(),
                new Run.Trigger(
                        node.path("event").asText(),
                        node.path("head_branch").asText(""),
                        node.path("head_sha").asText(),
                        account(node.path("actor"))),
                createdAt,
                new Records.Attempt(
                        node.path("run_attempt").asInt(1),
                        finished ? "completed" : status,
                        finished && !conclusion.isEmpty() && !conclusion.equals("null")
                                ? Optional.of(conclusion)
                                : Optional.empty(),
                        moment(node, "run_started_at").orElse(createdAt),
                        requiredMoment(node, "updated_at")));
    }

    private void job(Repo repo, JsonNode node) {
        String conclusion = node.path("conclusion").asText("").toLowerCase(Locale.ROOT);
        repo.run(node.path("run_id").asLong())
                .ifPresent(run -> run.jobs()
                        .add(new Job(
                                id(node),
                                node.path("name").asText(),
                                node.path("run_attempt").asInt(1),
                                node.path("status").asText("").toLowerCase(Locale.ROOT),
                                conclusion.isEmpty() || conclusion.equals("null")
                                        ? Optional.empty()
                                        : Optional.of(conclusion),
                                moment(node, "started_at").orElse(run.runStartedAt()),
                                moment(node, "completed_at"))));
    }

    private static int trailingNumber(JsonNode node, String field) {
        String url = node.path(field).asText();
        return Integer.parseInt(url.substring(url.lastIndexOf('/') + 1));
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.hasNonNull(field) ? Optional.of(node.get(field).asText()) : Optional.empty();
    }
}
