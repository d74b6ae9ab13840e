package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.graphql.NodeId;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Comment;
import dev.pulsehub.simulator.world.Commit;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Label;
import dev.pulsehub.simulator.world.Milestone;
import dev.pulsehub.simulator.world.Permissions.Right;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Review;
import dev.pulsehub.simulator.world.ReviewComment;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The world's objects as GitHub's REST API prints them. */
public final class Shapes {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String apiUrl;
    private final String webUrl;
    private final RunShapes runs;

    public Shapes(String apiUrl, String webUrl) {
        this.apiUrl = apiUrl;
        this.webUrl = webUrl;
        this.runs = new RunShapes(this);
    }

    /** What belongs to GitHub Actions. */
    public RunShapes runs() {
        return runs;
    }

    /** Base of the links to pages. */
    public String apiUrl() {
        return apiUrl;
    }

    public String webUrl() {
        return webUrl;
    }

    /** All of them, each in its shape. */
    public static <T> ArrayNode list(Collection<T> all, Function<T, ? extends JsonNode> shape) {
        ArrayNode array = JSON.arrayNode();
        all.forEach(one -> array.add(shape.apply(one)));
        return array;
    }

    /** A user; a deleted one is null. */
    public JsonNode user(Optional<Account> account) {
        return account.<JsonNode>map(this::user).orElse(NullNode.instance);
    }

    public ObjectNode user(Account account) {
        ObjectNode node = JSON.objectNode();
        node.put("login", account.login());
        node.put("id", account.id());
        node.put("node_id", new NodeId(account.type(), account.id()).encoded());
        node.put("avatar_url", webUrl + "/avatars/u/" + account.id());
        node.put("gravatar_id", "");
        node.put("url", apiUrl + "/users/" + account.login());
        node.put("html_url", webUrl + "/" + account.login());
        String url = apiUrl + "/users/" + account.login();
        node.put("followers_url", url + "/followers");
        node.put("following_url", url + "/following{/other_user}");
        node.put("gists_url", url + "/gists{/gist_id}");
        node.put("starred_url", url + "/starred{/owner}{/repo}");
        node.put("subscriptions_url", url + "/subscriptions");
        node.put("organizations_url", url + "/orgs");
        node.put("repos_url", url + "/repos");
        node.put("events_url", url + "/events{/privacy}");
        node.put("received_events_url", url + "/received_events");
        node.put("type", account.type());
        node.put("site_admin", false);
        return node;
    }

    /** An organisation as webhooks print it. */
    public ObjectNode organization(Account account) {
        ObjectNode node = JSON.objectNode();
        String url = apiUrl + "/orgs/" + account.login();
        node.put("login", account.login());
        node.put("id", account.id());
        node.put("node_id", new NodeId(account.type(), account.id()).encoded());
        node.put("url", url);
        node.put("repos_url", url + "/repos");
        node.put("events_url", url + "/events");
        node.put("hooks_url", url + "/hooks");
        node.put("issues_url", url + "/issues");
        node.put("members_url", url + "/members{/member}");
        node.put("public_members_url", url + "/public_members{/member}");
        node.put("avatar_url", webUrl + "/avatars/u/" + account.id());
        node.put("description", account.name().orElse(null));
        return node;
    }

    /** A user with the fields only {@code /user} and {@code /users/x} print. */
    ObjectNode profile(Account account, int repos) {
        ObjectNode node = user(account);
        node.put("name", account.name().orElse(null));
        node.putNull("company");
        node.put("blog", "");
        node.putNull("location");
        node.putNull("email");
        node.putNull("bio");
        node.put("public_repos", repos);
        node.put("followers", 0);
        node.put("following", 0);
        node.put("created_at", "2015-01-01T00:00:00Z");
        node.put("updated_at", "2015-01-01T00:00:00Z");
        return node;
    }

    public ObjectNode repo(Repo repo) {
        Repo.Profile profile = repo.profile();
        long open = repo.items().stream().filter(Item::isOpen).count();
        ObjectNode node = JSON.objectNode();
        node.put("id", repo.id());
        node.put("node_id", new NodeId("Repository", repo.id()).encoded());
        node.put("name", repo.name());
        node.put("full_name", repo.fullName());
        node.put("private", profile.isPrivate());
        node.set("owner", user(repo.owner()));
        node.put("html_url", webUrl + "/" + repo.fullName());
        node.put("description", profile.description().orElse(null));
        node.put("fork", profile.isFork());
        node.put("url", url(repo));
        node.put("default_branch", profile.defaultBranch());
        node.put("language", profile.language().orElse(null));
        node.put("stargazers_count", profile.stars());
        node.put("watchers_count", profile.stars());
        node.put("forks_count", profile.forks());
        node.put("open_issues_count", open);
        node.put("archived", profile.isArchived());
        node.put("disabled", false);
        node.put("visibility", profile.isPrivate() ? "private" : "public");
        node.put("created_at", text(repo.createdAt()));
        node.put("updated_at", text(repo.updatedAt()));
        node.put("pushed_at", text(repo.pushedAt()));
        return node;
    }

    /** A repository as somebody sees it who may do that much with it. */
    ObjectNode repo(Repo repo, Optional<Right> right) {
        ObjectNode node = repo(repo);
        ObjectNode permissions = node.putObject("permissions");
        for (Right one : Right.values()) {
            permissions.put(
                    one.text(), right.filter(held -> held.compareTo(one) >= 0).isPresent());
        }
        return node;
    }

    ObjectNode email(Account account) {
        return JSON.objectNode()
                .put("email", account.login() + "@users.example")
                .put("primary", true)
                .put("verified", true)
                .put("visibility", "private");
    }

    ObjectNode membership(Account organization, Account account, String role) {
        ObjectNode node = JSON.objectNode();
        node.put("url", apiUrl + "/orgs/" + organization.login() + "/memberships/" + account.login());
        node.put("state", "active");
        node.put("role", role);
        node.put("organization_url", apiUrl + "/orgs/" + organization.login());
        node.set("organization", user(organization));
        node.set("user", user(account));
        return node;
    }

    /** {@code permission} in its four old words, {@code role_name} in the five new ones. */
    ObjectNode permission(Account account, Optional<Right> right) {
        ObjectNode node = JSON.objectNode();
        node.put("permission", right.map(Shapes::oldWord).orElse("none"));
        node.put(
                "role_name",
                right.map(one -> one == Right.PULL ? "read" : one == Right.PUSH ? "write" : one.text())
                        .orElse("none"));
        node.set("user", user(account));
        return node;
    }

    private static String oldWord(Right right) {
        return switch (right) {
            case PULL, TRIAGE -> "read";
            case PUSH, MAINTAIN -> "write";
            case ADMIN -> "admin";
        };
    }

    /** An entry of the list of issues; a pull request's carries the {@code pull_request} key. */
    public ObjectNode issue(Item item) {
        ObjectNode node = JSON.objectNode();
        boolean isPull = item instanceof Pull;
        long id = item instanceof Pull pull ? pull.issueId() : item.id();
        String html = webUrl + "/" + item.repo().fullName() + (isPull ? "/pull/" : "/issues/") + item.number();
        node.put("url", url(item.repo()) + "/issues/" + item.number());
        node.put("repository_url", url(item.repo()));
        node.put("labels_url", url(item.repo()) + "/issues/" + item.number() + "/labels{/name}");
        node.put("comments_url", url(item.repo()) + "/issues/" + item.number() + "/comments");
        node.put("events_url", url(item.repo()) + "/issues/" + item.number() + "/events");
        node.put("html_url", html);
        node.put("id", id);
        node.put("node_id", new NodeId(isPull ? "PullRequest" : "Issue", item.id()).encoded());
        node.put("number", item.number());
        node.put("title", item.title());
        node.set("user", user(item.author()));
        node.set("labels", list(item.labels(), label -> label(item.repo(), label)));
        node.put("state", item.isOpen() ? "open" : "closed");
        node.put("locked", item.locked());
        node.put("active_lock_reason", item.lockReason().orElse(null));
        assignees(node, item);
        node.set(
                "milestone",
                item.milestone()
                        .<JsonNode>map(one -> milestone(item.repo(), one))
                        .orElse(NullNode.instance));
        node.put("comments", item.comments().size());
        node.put("created_at", text(item.createdAt()));
        node.put("updated_at", text(item.updatedAt()));
        node.put("closed_at", text(item.closedAt()));
        node.put("author_association", "CONTRIBUTOR");
        node.put("body", item.body().orElse(null));
        node.set("closed_by", user(item.closedBy()));
        node.put(
                "state_reason",
                item instanceof Issue issue ? issue.stateReason().orElse(null) : null);
        if (item instanceof Pull pull) {
            ObjectNode link = node.putObject("pull_request");
            link.put("url", url(item.repo()) + "/pulls/" + item.number());
            link.put("html_url", html);
            link.put("merged_at", text(pull.mergedAt()));
            node.put("draft", pull.draft());
        }
        return node;
    }

    private void assignees(ObjectNode node, Item item) {
        node.set(
                "assignee",
                item.assignees().stream().findFirst().<JsonNode>map(this::user).orElse(NullNode.instance));
        node.set("assignees", list(item.assignees(), this::user));
    }

    public ObjectNode label(Repo repo, Label label) {
        ObjectNode node = JSON.objectNode();
        node.put("id", label.id());
        node.put("node_id", new NodeId("Label", label.id()).encoded());
        node.put("url", url(repo) + "/labels/" + label.name());
        node.put("name", label.name());
        node.put("color", label.color());
        node.put("default", false);
        node.putNull("description");
        return node;
    }

    public ObjectNode milestone(Repo repo, Milestone milestone) {
        ObjectNode node = JSON.objectNode();
        node.put("url", url(repo) + "/milestones/" + milestone.number());
        node.put("html_url", webUrl + "/" + repo.fullName() + "/milestone/" + milestone.number());
        node.put("id", milestone.id());
        node.put("node_id", new NodeId("Milestone", milestone.id()).encoded());
        node.put("number", milestone.number());
        node.put("title", milestone.title());
        node.put("state", milestone.open() ? "open" : "closed");
        node.putNull("description");
        node.put("created_at", text(milestone.createdAt()));
        node.put("updated_at", text(milestone.updatedAt()));
        node.put("closed_at", text(milestone.closedAt()));
        node.put("due_on", text(milestone.dueAt()));
        return node;
    }

    /** A pull request as lists and review webhooks print it: without {@code merged} and sizes. */
    public ObjectNode pullInList(Pull pull) {
        Repo repo = pull.repo();
        ObjectNode node = JSON.objectNode();
        node.put("url", url(repo) + "/pulls/" + pull.number());
        node.put("id", pull.id());
        node.put("node_id", new NodeId("PullRequest", pull.id()).encoded());
        node.put("html_url", webUrl + "/" + repo.fullName() + "/pull/" + pull.number());
        node.put("issue_url", url(repo) + "/issues/" + pull.number());
        node.put("number", pull.number());
        node.put("state", pull.isOpen() ? "open" : "closed");
        node.put("locked", false);
        node.put("title", pull.title());
        node.set("user", user(pull.author()));
        node.put("body", pull.body().orElse(null));
        node.put("created_at", text(pull.createdAt()));
        node.put("updated_at", text(pull.updatedAt()));
        node.put("closed_at", text(pull.closedAt()));
        node.put("merged_at", text(pull.mergedAt()));
        node.put("merge_commit_sha", pull.mergeCommitSha().orElse(null));
        assignees(node, pull);
        node.set("requested_reviewers", list(pull.requestedReviewers(), this::user));
        node.set("requested_teams", list(pull.requestedTeams(), new TeamShapes(this)::team));
        node.set("labels", list(pull.labels(), label -> label(repo, label)));
        node.set(
                "milestone",
                pull.milestone().<JsonNode>map(one -> milestone(repo, one)).orElse(NullNode.instance));
        node.put("draft", pull.draft());
        node.set("head", branch(pull, pull.headRef(), pull.headSha(), pull.headRepoGone()));
        node.set("base", branch(pull, pull.baseRef(), "0".repeat(40), false));
        node.put("author_association", "CONTRIBUTOR");
        node.putNull("auto_merge");
        node.put("active_lock_reason", pull.lockReason().orElse(null));
        return node;
    }

    private ObjectNode branch(Pull pull, String ref, String sha, boolean repoGone) {
        ObjectNode node = JSON.objectNode();
        node.put("label", pull.repo().owner().login() + ":" + ref);
        node.put("ref", ref);
        node.put("sha", sha);
        node.set("user", user(pull.repo().owner()));
        node.set("repo", repoGone ? NullNode.instance : repo(pull.repo()));
        return node;
    }

    /** A pull request as it is printed alone and in its own webhooks. */
    public ObjectNode pull(Pull pull) {
        ObjectNode node = pullInList(pull);
        node.put("merged", pull.mergedAt().isPresent());
        node.putNull("mergeable");
        node.put("mergeable_state", "unknown");
        node.set("merged_by", user(pull.mergedBy()));
        node.put("comments", pull.comments().size());
        node.put("review_comments", pull.reviewComments().size());
        node.put("maintainer_can_modify", false);
        node.put("commits", pull.commits().size());
        node.put("additions", pull.additions());
        node.put("deletions", pull.deletions());
        node.put("changed_files", pull.changedFiles());
        return node;
    }

    public ObjectNode review(Pull pull, Review review) {
        ObjectNode node = JSON.objectNode();
        String html =
                webUrl + "/" + pull.repo().fullName() + "/pull/" + pull.number() + "#pullrequestreview-" + review.id();
        node.put("id", review.id());
        node.put("node_id", new NodeId("PullRequestReview", review.id()).encoded());
        node.set("user", user(review.author()));
        node.put("body", review.body());
        node.put("state", review.state());
        node.put("html_url", html);
        node.put("pull_request_url", url(pull.repo()) + "/pulls/" + pull.number());
        node.put("author_association", "CONTRIBUTOR");
        node.put("submitted_at", text(review.submittedAt()));
        node.put("commit_id", review.commitSha());
        return node;
    }

    public ObjectNode comment(Item item, Comment comment) {
        ObjectNode node = JSON.objectNode();
        node.put("url", url(item.repo()) + "/issues/comments/" + comment.id());
        node.put(
                "html_url",
                webUrl + "/" + item.repo().fullName() + "/issues/" + item.number() + "#issuecomment-" + comment.id());
        node.put("issue_url", url(item.repo()) + "/issues/" + item.number());
        node.put("id", comment.id());
        node.put("node_id", new NodeId("IssueComment", comment.id()).encoded());
        node.set("user", user(comment.author()));
        node.put("created_at", text(comment.createdAt()));
        node.put("updated_at", text(comment.updatedAt()));
        node.put("author_association", "CONTRIBUTOR");
        node.put("body", comment.body());
        return node;
    }

    public ObjectNode reviewComment(Pull pull, ReviewComment comment) {
        ObjectNode node = JSON.objectNode();
        node.put("url", url(pull.repo()) + "/pulls/comments/" + comment.id());
        node.put("pull_request_review_id", comment.reviewId());
        node.put("id", comment.id());
        node.put("path", comment.path());
        node.set("user", user(comment.author()));
        node.put("body", comment.body());
        node.put("created_at", text(comment.createdAt()));
        node.put("updated_at", text(comment.updatedAt()));
        node.put("pull_request_url", url(pull.repo()) + "/pulls/" + pull.number());
        return node;
    }

    public ObjectNode commit(Repo repo, Commit commit) {
        ObjectNode node = JSON.objectNode();
        node.put("sha", commit.sha());
        node.put("url", url(repo) + "/commits/" + commit.sha());
        node.put("html_url", webUrl + "/" + repo.fullName() + "/commit/" + commit.sha());
        ObjectNode inner = node.putObject("commit");
        inner.set("author", signature(commit, commit.authoredAt()));
        inner.set("committer", signature(commit, commit.committedAt()));
        inner.put("message", commit.message());
        node.set("author", user(commit.author()));
        node.set("committer", user(commit.author()));
        ArrayNode parents = node.putArray("parents");
        commit.parents().forEach(sha -> parents.addObject().put("sha", sha).put("url", url(repo) + "/commits/" + sha));
        return node;
    }

    private static ObjectNode signature(Commit commit, Instant at) {
        return JSON.objectNode()
                .put("name", commit.authorName())
                .put("email", commit.authorEmail())
                .put("date", text(at));
    }

    String url(Repo repo) {
        return apiUrl + "/repos/" + repo.fullName();
    }

    static String text(Instant moment) {
        return moment.toString();
    }

    static @Nullable String text(Optional<Instant> moment) {
        return moment.map(Instant::toString).orElse(null);
    }
}
