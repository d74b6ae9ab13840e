package dev.pulsehub.simulator.dataset;

import static dev.pulsehub.simulator.dataset.DatasetFolder.id;
import static dev.pulsehub.simulator.dataset.DatasetFolder.moment;
import static dev.pulsehub.simulator.dataset.DatasetFolder.number;
import static dev.pulsehub.simulator.dataset.DatasetFolder.requiredMoment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Comment;
import dev.pulsehub.simulator.world.Deployment;
import dev.pulsehub.simulator.world.Happening;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Job;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Records;
import dev.pulsehub.simulator.world.Release;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Review;
import dev.pulsehub.simulator.world.ReviewComment;
import dev.pulsehub.simulator.world.Run;
import dev.pulsehub.simulator.world.World;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
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
    private final Elements elements;

    public DatasetLoader(World world) {
        this.world = world;
        this.records = new Records(world);
        this.elements = new Elements(world);
    }

    /**
     * Reads the folder.
     *
     * @throws DatasetRejected naming file and element that cannot be read
     */
    public Repo load(Path path) {
        DatasetFolder folder = new DatasetFolder(path);
        return world.write(() -> {
            folder.each("users.json", elements::account); // first, because only they carry names
            Repo repo = folder.one("repo.json", this::repo);
            folder.each("labels.json", node -> records.known(repo, Elements.label(node)));
            folder.each("milestones.json", node -> records.known(repo, Elements.milestone(node, repo.createdAt())));
            folder.each("workflows.json", node -> records.known(repo, Elements.workflow(node, id(node))));
            Map<Integer, JsonNode> entries = new HashMap<>();
            folder.each("issues.json", node -> entries.put(number(node), node));
            folder.each("pulls.json", node -> pull(repo, node, entries));
            folder.each("issues.json", node -> issue(repo, node));
            folder.each("issue_comments.json", node -> comment(repo, node));
            folder.eachByNumber(
                    "pull_commits_by_number.json",
                    (number, node) -> repo.pull((int) number)
                            .ifPresent(pull -> pull.commits().add(elements.commit(node))));
            folder.eachByNumber(
                    "pull_reviews_by_number.json",
                    (number, node) -> repo.pull((int) number).ifPresent(pull -> review(pull, node)));
            folder.each("pull_review_comments.json", node -> reviewComment(repo, node));
            folder.each(
                    "issue_events.json",
                    node -> event(repo, node.path("issue").path("number").asInt(), node));
            folder.eachByNumber("timeline_by_number.json", (number, node) -> event(repo, (int) number, node));
            folder.each("commits.json", node -> repo.commits().add(elements.commit(node)));
            folder.each("releases.json", node -> release(repo, node));
            folder.each("deployments.json", node -> deployment(repo, node));
            folder.eachByNumber(
                    "deployment_statuses_by_id.json",
                    (id, node) -> repo.deployment(id)
                            .ifPresent(deployment -> records.became(deployment, elements.status(node))));
            folder.each("actions_runs.json", node -> run(repo, node));
            folder.each("actions_jobs.json", node -> job(repo, node));
            records.keepIdsApart(repo);
            repo.items().forEach(item -> Implied.supply(item, records));
            return repo;
        });
    }

    private Repo repo(JsonNode node) {
        Account owner = elements.account(node.path("owner"))
                .orElseThrow(() -> new IllegalArgumentException("\"owner\" is missing"));
        Repo.Profile profile = new Repo.Profile(
                Elements.text(node, "description"),
                Elements.text(node, "language"),
                node.path("default_branch").asText("main"),
                node.path("private").asBoolean(),
                node.path("fork").asBoolean(),
                node.path("archived").asBoolean(),
                node.path("stargazers_count").asInt(),
                node.path("forks_count").asInt());
        return world.addRepo(id(node), owner, node.path("name").asText(), profile, requiredMoment(node, "created_at"));
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
                elements.account(node.path("user")),
                requiredMoment(node, "created_at"),
                requiredMoment(node, "updated_at"));
        common(issue, node);
        moment(node, "closed_at")
                .filter(at -> "closed".equalsIgnoreCase(node.path("state").asText()))
                .ifPresent(at -> records.closed(
                        issue,
                        at,
                        elements.account(node.path("closed_by")).orElse(null),
                        Elements.text(node, "state_reason").orElse(null)));
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
                elements.account(node.path("user")),
                new Pull.Branches(
                        node.path("head").path("ref").asText(),
                        node.path("head").path("sha").asText(),
                        node.path("base").path("ref").asText(),
                        !node.path("head").hasNonNull("repo")),
                requiredMoment(node, "created_at"),
                requiredMoment(node, "updated_at"));
        common(pull, node);
        records.draft(pull, node.path("draft").asBoolean());
        node.path("requested_reviewers")
                .forEach(reviewer -> elements.account(reviewer).ifPresent(one -> records.asked(pull, one)));
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
                    elements.account(node.path("merged_by")).orElse(null),
                    Elements.text(node, "merge_commit_sha").orElse(null));
        } else {
            Account closer = elements.account(entry.path("closed_by")).orElse(null);
            moment(node, "closed_at").ifPresent(at -> records.closed(pull, at, closer, null));
        }
    }

    private void common(Item item, JsonNode node) {
        records.told(item, Elements.text(node, "body"));
        node.path("assignees")
                .forEach(assignee -> elements.account(assignee).ifPresent(one -> records.assigned(item, one)));
        node.path("labels").forEach(label -> records.labelled(item, Elements.label(label)));
        if (node.path("milestone").hasNonNull("number")) {
            records.planned(item, Elements.milestone(node.path("milestone"), item.createdAt()));
        }
    }

    private void comment(Repo repo, JsonNode node) {
        repo.item(Elements.trailingNumber(node, "issue_url"))
                .ifPresent(item -> item.comments()
                        .add(new Comment(
                                id(node),
                                elements.account(node.path("user")),
                                node.path("body").asText(),
                                requiredMoment(node, "created_at"),
                                moment(node, "updated_at").orElseGet(() -> requiredMoment(node, "created_at")))));
    }

    private void review(Pull pull, JsonNode node) {
        moment(node, "submitted_at")
                .ifPresent(at -> pull.reviews()
                        .add(new Review(
                                id(node),
                                elements.account(node.path("user")),
                                node.path("state").asText().toUpperCase(Locale.ROOT),
                                node.path("body").asText(""),
                                at,
                                node.path("commit_id").asText(pull.headSha()),
                                false)));
    }

    private void reviewComment(Repo repo, JsonNode node) {
        repo.pull(Elements.trailingNumber(node, "pull_request_url")).ifPresent(pull -> {
            ReviewComment comment = new ReviewComment(
                    id(node),
                    node.path("pull_request_review_id").asLong(),
                    elements.account(node.path("user")),
                    node.path("body").asText(),
                    node.path("path").asText(),
                    requiredMoment(node, "created_at"),
                    moment(node, "updated_at").orElseGet(() -> requiredMoment(node, "created_at")));
            pull.reviewComments().add(comment);
        });
    }

    /** Comments, reviews and commits of a timeline have files of their own; the rest has an id and a moment. */
    private void event(Repo repo, int number, JsonNode node) {
        if (!node.hasNonNull("id") || !node.hasNonNull("created_at") || TOLD_ELSEWHERE.contains(Elements.kind(node))) {
            return;
        }
        long id = id(node);
        repo.item(number)
                .filter(item -> item.happenings().stream().noneMatch(one -> one.id() == id))
                .ifPresent(item -> item.happenings()
                        .add(new Happening(
                                id,
                                Elements.kind(node),
                                requiredMoment(node, "created_at"),
                                elements.account(node.path("actor")),
                                elements.subject(node),
                                false)));
    }

    private void release(Repo repo, JsonNode node) {
        records.known(
                repo,
                new Release(
                        id(node),
                        node.path("tag_name").asText(),
                        node.path("target_commitish").asText(),
                        node.path("name").asText(""),
                        node.path("body").asText(""),
                        node.path("prerelease").asBoolean(),
                        elements.account(node.path("author")),
                        requiredMoment(node, "created_at"),
                        node.path("draft").asBoolean() ? Optional.empty() : moment(node, "published_at")));
    }

    private void deployment(Repo repo, JsonNode node) {
        records.deployment(
                repo,
                id(node),
                new Deployment.What(
                        node.path("ref").asText(),
                        node.path("sha").asText(),
                        node.path("environment").asText(),
                        Optional.empty()),
                elements.account(node.path("creator")),
                requiredMoment(node, "created_at"));
    }

    private void run(Repo repo, JsonNode node) {
        String status = node.path("status").asText("").toLowerCase(Locale.ROOT);
        String conclusion = node.path("conclusion").asText("").toLowerCase(Locale.ROOT);
        boolean finished = !UNFINISHED.contains(status);
        Instant createdAt = requiredMoment(node, "created_at");
        records.run(
                repo,
                id(node),
                node.hasNonNull("check_suite_id") ? node.get("check_suite_id").asLong() : records.impliedId(),
                Elements.workflow(node, node.path("workflow_id").asLong()),
                node.path("run_number").asInt(),
                new Run.Trigger(
                        node.path("event").asText(),
                        node.path("head_branch").asText(""),
                        node.path("head_sha").asText(),
                        elements.account(node.path("actor")),
                        Elements.text(node, "display_title")
                                .orElseGet(() -> node.path("name").asText())),
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
}
