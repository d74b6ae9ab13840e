package dev.pulsehub.simulator.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.graphql.NodeId;
import dev.pulsehub.simulator.hook.Webhooks.Telling;
import dev.pulsehub.simulator.rest.Shapes;
import dev.pulsehub.simulator.world.Change;
import dev.pulsehub.simulator.world.Commit;
import dev.pulsehub.simulator.world.Permissions;
import dev.pulsehub.simulator.world.Repo;
import java.util.Locale;
import java.util.Optional;

/** What webhooks are told of a change. */
public final class Payloads {

    private final Shapes shapes;

    public Payloads(Shapes shapes) {
        this.shapes = shapes;
    }

    /** What GitHub would post for a change. */
    public Telling of(Change change) {
        return switch (change) {
            case Change.InRepo inRepo -> inRepo(inRepo);
            case Change.OfOrganization ofOrganization -> ofOrganization(ofOrganization);
        };
    }

    private Telling inRepo(Change.InRepo change) {
        ObjectNode body = body(change);
        String event = switch (change) {
            case Change.PullChanged changed -> pull(body, changed);
            case Change.IssueChanged changed -> issue(body, changed);
            case Change.ReviewChanged changed -> review(body, changed);
            case Change.ReviewCommentChanged changed -> lineComment(body, changed);
            case Change.CommentChanged changed -> comment(body, changed);
            case Change.SubIssueChanged changed -> subIssue(body, changed);
            case Change.DependencyChanged changed -> dependency(body, changed);
            case Change.BranchPushed pushed -> push(body, pushed);
            case Change.RefChanged changed -> ref(body, changed);
            case Change.RunChanged changed -> run(body, changed);
            case Change.JobChanged changed -> job(body, changed);
            case Change.DeploymentCreated created -> deployment(body, created);
            case Change.DeploymentStatusCreated created -> deploymentStatus(body, created);
            case Change.ReleaseChanged changed -> {
                body.set("release", shapes.releases().release(changed.repo(), changed.release()));
                yield "release";
            }
            case Change.LabelChanged changed -> {
                body.set("label", shapes.plans().label(changed.repo(), changed.label()));
                renamed(body, changed.detail(), "name");
                yield "label";
            }
            case Change.MilestoneChanged changed -> {
                body.set("milestone", shapes.plans().milestone(changed.repo(), changed.milestone()));
                renamed(body, changed.detail(), "title");
                yield "milestone";
            }
            case Change.RepositoryChanged changed -> repository(body, changed);
            case Change.StarChanged changed -> {
                body.put(
                        "starred_at",
                        changed.action().equals("created") ? changed.star().at().toString() : null);
                yield "star";
            }
            case Change.Forked forked -> {
                body.remove("action");
                body.set("forkee", shapes.repos().repo(forked.fork()));
                yield "fork";
            }
            case Change.CollaboratorChanged changed -> {
                body.set("member", shapes.accounts().user(changed.member()));
                yield "member";
            }
            case Change.TeamRepoChanged changed -> {
                Optional<Permissions.Right> right = Optional.ofNullable(
                        changed.team().repos().get(changed.repo().id()));
                body.set("repository", shapes.repos().repo(changed.repo(), right));
                body.set("team", shapes.teams().team(changed.team()));
                yield "team";
            }
        };
        return new Telling(event, body);
    }

    private Telling ofOrganization(Change.OfOrganization change) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("action", change.action());
        body.set("organization", shapes.accounts().organization(change.organization()));
        body.set("sender", shapes.accounts().user(change.sender()));
        String event = switch (change) {
            case Change.MemberChanged changed -> {
                body.set(
                        "membership",
                        shapes.accounts().membershipInHook(changed.organization(), changed.member(), changed.role()));
                yield "organization";
            }
            case Change.TeamChanged changed -> {
                body.set("team", shapes.teams().team(changed.team()));
                renamed(body, changed.detail(), "name");
                yield "team";
            }
            case Change.TeamMemberChanged changed -> {
                body.put("scope", "team");
                body.set("member", shapes.accounts().user(changed.member()));
                body.set("team", shapes.teams().team(changed.team()));
                yield "membership";
            }
            case Change.ProjectChanged changed -> {
                body.set("projects_v2", shapes.projects().project(changed.project()));
                yield "projects_v2";
            }
            case Change.ProjectItemChanged changed -> {
                body.set("projects_v2_item", shapes.projects().item(changed.item()));
                changed.field()
                        .ifPresent(field -> body.putObject("changes")
                                .putObject("field_value")
                                .put("field_node_id", new NodeId("ProjectV2Field", field.id()).encoded())
                                .put("field_type", field.dataType().toLowerCase(Locale.ROOT))
                                .put("field_name", field.name())
                                .put("project_number", changed.project().number()));
                yield "projects_v2_item";
            }
        };
        return new Telling(event, body);
    }

    private String pull(ObjectNode body, Change.PullChanged changed) {
        body.put("number", changed.pull().number());
        body.set("pull_request", shapes.pulls().pull(changed.pull()));
        detail(body, changed, changed.detail());
        return "pull_request";
    }

    private String issue(ObjectNode body, Change.IssueChanged changed) {
        body.set("issue", shapes.issues().issue(changed.issue()));
        detail(body, changed, changed.detail());
        return "issues";
    }

    private String review(ObjectNode body, Change.ReviewChanged changed) {
        body.set("review", lowerCaseState(shapes.pulls().review(changed.pull(), changed.review())));
        body.set("pull_request", shapes.pulls().inList(changed.pull()));
        return "pull_request_review";
    }

    private String lineComment(ObjectNode body, Change.ReviewCommentChanged changed) {
        body.set("comment", shapes.pulls().reviewComment(changed.pull(), changed.comment()));
        body.set("pull_request", shapes.pulls().inList(changed.pull()));
        detail(body, changed, changed.detail());
        return "pull_request_review_comment";
    }

    private String comment(ObjectNode body, Change.CommentChanged changed) {
        body.set("issue", shapes.issues().issue(changed.item()));
        body.set("comment", shapes.issues().comment(changed.item(), changed.comment()));
        detail(body, changed, changed.detail());
        return "issue_comment";
    }

    private String subIssue(ObjectNode body, Change.SubIssueChanged changed) {
        body.put("sub_issue_id", changed.part().id());
        body.set("sub_issue", shapes.issues().issue(changed.part()));
        body.set("sub_issue_repo", shapes.repos().repo(changed.part().repo()));
        body.put("parent_issue_id", changed.parent().id());
        body.set("parent_issue", shapes.issues().issue(changed.parent()));
        body.set("parent_issue_repo", shapes.repos().repo(changed.parent().repo()));
        return "sub_issues";
    }

    private String dependency(ObjectNode body, Change.DependencyChanged changed) {
        body.put("blocked_issue_id", changed.blocked().id());
        body.set("blocked_issue", shapes.issues().issue(changed.blocked()));
        body.put("blocking_issue_id", changed.blocker().id());
        body.set("blocking_issue", shapes.issues().issue(changed.blocker()));
        body.set("blocking_issue_repo", shapes.repos().repo(changed.blocker().repo()));
        return "issue_dependencies";
    }

    private String push(ObjectNode body, Change.BranchPushed pushed) {
        body.remove("action");
        asPushesPrintIt((ObjectNode) body.path("repository"), pushed.repo());
        body.put("ref", "refs/heads/" + pushed.branch());
        body.put("before", pushed.before());
        body.put("after", pushed.head().sha());
        body.put("created", false);
        body.put("deleted", false);
        body.put("forced", pushed.forced());
        body.putNull("base_ref");
        body.put(
                "compare",
                shapes.webUrl() + "/" + pushed.repo().fullName() + "/compare/"
                        + pushed.before().substring(0, 12) + "..."
                        + pushed.head().sha().substring(0, 12));
        body.putObject("pusher").put("name", pushed.sender().login()).putNull("email");
        ObjectNode commit = commit(pushed);
        body.putArray("commits").add(commit);
        body.set("head_commit", commit);
        return "push";
    }

    /** The oldest event of all still has a few names of its own, and moments in seconds since 1970. */
    private static void asPushesPrintIt(ObjectNode node, Repo repo) {
        node.put("created_at", repo.createdAt().getEpochSecond());
        node.put("pushed_at", repo.pushedAt().getEpochSecond());
        node.put("stargazers", repo.profile().stars());
        node.put("master_branch", repo.profile().defaultBranch());
        ((ObjectNode) node.path("owner")).put("name", repo.owner().login()).putNull("email");
        if (repo.owner().isOrganization()) {
            node.put("organization", repo.owner().login());
        }
    }

    private ObjectNode commit(Change.BranchPushed pushed) {
        Commit head = pushed.head();
        ObjectNode commit = JsonNodeFactory.instance.objectNode();
        commit.put("id", head.sha());
        commit.put("tree_id", head.sha());
        commit.put("distinct", true);
        commit.put("message", head.message());
        commit.put("timestamp", head.committedAt().toString());
        commit.put("url", shapes.webUrl() + "/" + pushed.repo().fullName() + "/commit/" + head.sha());
        for (String who : new String[] {"author", "committer"}) {
            ObjectNode person =
                    commit.putObject(who).put("name", head.authorName()).put("email", head.authorEmail());
            head.author().ifPresent(account -> person.put("username", account.login()));
        }
        for (String files : new String[] {"added", "removed", "modified"}) {
            commit.putArray(files);
        }
        return commit;
    }

    private String ref(ObjectNode body, Change.RefChanged changed) {
        body.remove("action");
        body.put("ref", changed.ref());
        body.put("ref_type", changed.refType());
        body.put("pusher_type", "user");
        if (changed.created()) {
            body.put("master_branch", changed.repo().profile().defaultBranch());
            body.put("description", changed.repo().profile().description().orElse(null));
        }
        return changed.created() ? "create" : "delete";
    }

    private String run(ObjectNode body, Change.RunChanged changed) {
        body.set("workflow_run", shapes.runs().run(changed.run()));
        body.set(
                "workflow", shapes.runs().workflow(changed.repo(), changed.run().workflow()));
        return "workflow_run";
    }

    private String job(ObjectNode body, Change.JobChanged changed) {
        body.set("workflow_job", shapes.runs().job(changed.run(), changed.job()));
        return "workflow_job";
    }

    private String deployment(ObjectNode body, Change.DeploymentCreated created) {
        body.set("deployment", shapes.deployments().deployment(created.deployment()));
        created.deployment()
                .run()
                .ifPresent(run -> body.set("workflow_run", shapes.runs().run(run)));
        return "deployment";
    }

    private String deploymentStatus(ObjectNode body, Change.DeploymentStatusCreated created) {
        var deployments = shapes.deployments();
        body.set("deployment_status", deployments.status(created.deployment(), created.status()));
        body.set("deployment", deployments.deployment(created.deployment()));
        return "deployment_status";
    }

    private String repository(ObjectNode body, Change.RepositoryChanged changed) {
        switch (changed.detail()) {
            case Change.Detail.Renamed renamed ->
                body.putObject("changes")
                        .putObject("repository")
                        .putObject("name")
                        .put("from", renamed.from());
            case Change.Detail.OwnerWas was -> {
                ObjectNode from = body.putObject("changes").putObject("owner").putObject("from");
                from.set(
                        was.account().isOrganization() ? "organization" : "user",
                        was.account().isOrganization()
                                ? shapes.accounts().organization(was.account())
                                : shapes.accounts().user(was.account()));
            }
            default -> {}
        }
        return "repository";
    }

    private void detail(ObjectNode body, Change.InRepo change, Change.Detail detail) {
        switch (detail) {
            case Change.Detail.None none -> {}
            case Change.Detail.Labelled labelled ->
                body.set("label", shapes.plans().label(change.repo(), labelled.label()));
            case Change.Detail.Renamed renamed -> renamed(body, renamed, "title");
            case Change.Detail.Edited edited ->
                body.putObject("changes").putObject(edited.field()).put("from", edited.from());
            case Change.Detail.Pushed pushed -> {
                body.put("before", pushed.before());
                body.put("after", pushed.after());
            }
            case Change.Detail.Assigned assigned ->
                body.set("assignee", shapes.accounts().user(assigned.account()));
            case Change.Detail.ReviewAsked asked ->
                body.set("requested_reviewer", shapes.accounts().user(asked.account()));
            case Change.Detail.TeamReviewAsked asked ->
                body.set("requested_team", shapes.teams().team(asked.team()));
            case Change.Detail.Planned planned ->
                body.set("milestone", shapes.plans().milestone(change.repo(), planned.milestone()));
            case Change.Detail.Typed typed -> body.set("type", shapes.issues().type(typed.type()));
            case Change.Detail.Moved moved -> {
                ObjectNode changes = body.putObject("changes");
                changes.set("new_issue", shapes.issues().issue(moved.to()));
                changes.set("new_repository", shapes.repos().repo(moved.to().repo()));
            }
            case Change.Detail.OwnerWas was -> {}
        }
    }

    private static void renamed(ObjectNode body, Change.Detail detail, String field) {
        if (detail instanceof Change.Detail.Renamed renamed) {
            body.putObject("changes").putObject(field).put("from", renamed.from());
        }
    }

    /** REST prints a review's state in capitals, its webhook in small letters. */
    private static ObjectNode lowerCaseState(ObjectNode review) {
        return review.put("state", review.path("state").asText().toLowerCase(Locale.ROOT));
    }

    private ObjectNode body(Change.InRepo change) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("action", change.action());
        body.set("repository", shapes.repos().repo(change.repo()));
        if (change.owner().isOrganization()) {
            body.set("organization", shapes.accounts().organization(change.owner()));
        }
        body.set("sender", shapes.accounts().user(change.sender()));
        return body;
    }
}
