package dev.pulsehub.simulator.graphql;

import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Deployment;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Project;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Release;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Run;
import dev.pulsehub.simulator.world.Team;
import graphql.schema.DataFetchingEnvironment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Things by their global id. One query often asks for a hundred: each type is looked through once for it. */
final class Nodes {

    private final Ground ground;

    Nodes(Ground ground) {
        this.ground = ground;
    }

    /** The thing itself; an error as GitHub's where there is none the viewer may see. */
    Object find(DataFetchingEnvironment environment, @Nullable String id) {
        NodeId node = NodeId.decode(id == null ? "" : id);
        Map<Long, Object> known = Objects.requireNonNull(environment
                .getGraphQlContext()
                .computeIfAbsent("nodes of " + node.type(), key -> index(environment, node.type())));
        Object found = known.get(node.number());
        if (found == null) {
            throw new QueryRefused("Could not resolve to a node with the global id of '" + id + "'.", "NOT_FOUND");
        }
        return found;
    }

    private Map<Long, Object> index(DataFetchingEnvironment environment, String type) {
        List<Repo> repos = ground.world().repos().stream()
                .filter(repo -> ground.sees(environment, repo))
                .toList();
        Map<Long, Object> index = new HashMap<>();
        switch (type) {
            case "Repository" -> repos.forEach(repo -> index.put(repo.id(), repo));
            case "User", "Bot", "Organization" ->
                ground.world().accounts().stream()
                        .filter(account -> account.type().equals(type))
                        .forEach((Account account) -> index.put(account.id(), account));
            case "ProjectV2" -> projects(environment).forEach(project -> index.put(project.id(), project));
            case "ProjectV2Item" ->
                projects(environment)
                        .flatMap(project -> project.items().stream())
                        .forEach(item -> index.put(item.id(), item));
            case "Team" ->
                ground.world().accounts().stream()
                        .filter(account -> ground.belongs(environment, account))
                        .flatMap(account -> ground.world().permissions().teamsOf(account).stream())
                        .forEach((Team team) -> index.put(team.id(), team));
            default -> repos.forEach(repo -> inRepo(index, repo, type));
        }
        return index;
    }

    private Stream<Project> projects(DataFetchingEnvironment environment) {
        return ground.world().accounts().stream().flatMap(owner -> ground.projects(environment, owner).stream());
    }

    private static void inRepo(Map<Long, Object> index, Repo repo, String type) {
        switch (type) {
            case "Issue" -> repo.issues().forEach((Issue issue) -> index.put(issue.id(), issue));
            case "PullRequest" -> repo.pulls().forEach((Pull pull) -> index.put(pull.id(), pull));
            case "WorkflowRun" -> repo.runs().forEach((Run run) -> index.put(run.id(), run));
            case "CheckSuite" -> repo.runs().forEach(run -> index.put(run.suiteId(), new Part.Suite(run)));
            case "CheckRun" ->
                repo.runs().forEach(run -> run.jobs().forEach(job -> index.put(job.id(), new Part.Check(run, job))));
            case "Deployment" ->
                repo.deployments().forEach((Deployment deployment) -> index.put(deployment.id(), deployment));
            case "Release" ->
                repo.releases()
                        .forEach((Release release) -> index.put(release.id(), new Part.ReleaseIn(repo, release)));
            case "Label" -> repo.labels().forEach(label -> index.put(label.id(), new Part.LabelIn(repo, label)));
            case "Milestone" -> repo.milestones().forEach(one -> index.put(one.id(), new Part.MilestoneIn(repo, one)));
            case "Commit" -> commits(repo).forEach(commit -> index.put(numberOf(commit), commit));
            case "PullRequestReview" ->
                repo.pulls()
                        .forEach(pull -> pull.reviews()
                                .forEach(review -> index.put(review.id(), new Part.ReviewOf(pull, review))));
            case "IssueComment" ->
                repo.items()
                        .forEach(item -> item.comments()
                                .forEach(comment -> index.put(comment.id(), new Part.CommentOn(item, comment))));
            default ->
                throw new QueryRefused(
                        "The simulator does not look up a " + type + " by its id yet", "NOT_IMPLEMENTED");
        }
    }

    private static Stream<Part.CommitIn> commits(Repo repo) {
        return Stream.concat(repo.pulls().flatMap(pull -> pull.commits().stream()), repo.commits().stream())
                .map(commit -> Part.CommitIn.of(repo, commit));
    }

    private static long numberOf(Part.CommitIn commit) {
        return NodeId.ofCommit(commit.sha()).number();
    }
}
