package dev.pulsehub.simulator.graphql;

import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.FileChange;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Team;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Pull requests, whose review is asked for, their files and the lists of them. */
final class PullFields {

    private final Ground ground;

    private PullFields(Ground ground) {
        this.ground = ground;
    }

    static void add(Ground ground) {
        PullFields pulls = new PullFields(ground);
        Fields.OfType<Pull> type = ItemFields.item(ground, ground.fields().of("PullRequest", Pull.class));
        pulls.itself(type);
        pulls.branches(type);
        pulls.lists(type);
        ground.fields()
                .of("ReviewRequest", Part.ReviewRequest.class)
                .put("id", request -> new NodeId("ReviewRequest", request.id()).encoded())
                .put("databaseId", Part.ReviewRequest::id)
                .put("asCodeOwner", request -> false)
                .put("pullRequest", Part.ReviewRequest::pull)
                .put("requestedReviewer", Part.ReviewRequest::asked);
        ground.fields()
                .of("PullRequestChangedFile", FileChange.class)
                .put("path", FileChange::path)
                .put("additions", FileChange::additions)
                .put("deletions", FileChange::deletions)
                .put("changeType", file -> changeType(file.status()));
    }

    private static String changeType(String status) {
        return status.equals("removed") ? "DELETED" : status.toUpperCase(Locale.ROOT);
    }

    private void itself(Fields.OfType<Pull> type) {
        type.put("permalink", pull -> ground.webUrl() + Ground.path(pull))
                .put("checksUrl", pull -> ground.webUrl() + Ground.path(pull) + "/checks")
                .put("state", Pull::state)
                .put("isDraft", Pull::draft)
                .put("mergedAt", Pull::mergedAt)
                .put("merged", pull -> pull.mergedAt().isPresent())
                .put("mergedBy", Pull::mergedBy)
                .put("mergeable", pull -> "UNKNOWN")
                .put("mergeStateStatus", pull -> "UNKNOWN")
                .put("canBeRebased", pull -> false)
                .put("maintainerCanModify", pull -> false)
                .put("isInMergeQueue", Pull::queued)
                .put("autoMergeRequest", pull -> null)
                .put("additions", Pull::additions)
                .put("deletions", Pull::deletions)
                .put("changedFiles", Pull::changedFiles)
                .put(
                        "totalCommentsCount",
                        pull -> pull.comments().size() + pull.reviewComments().size())
                .put("reviewDecision", ReviewFields::decision);
    }

    private void branches(Fields.OfType<Pull> type) {
        type.put("headRefName", Pull::headRef)
                .put("headRefOid", Pull::headSha)
                .put("headRef", pull -> pull.isOpen() ? head(pull) : null)
                .put("headRepository", pull -> pull.headRepoGone() ? null : pull.repo())
                .put(
                        "headRepositoryOwner",
                        pull -> pull.headRepoGone() ? null : pull.repo().owner())
                .put("isCrossRepository", Pull::headRepoGone)
                .put("baseRefName", Pull::baseRef)
                .put("baseRefOid", PullFields::base)
                .put("baseRepository", Pull::repo)
                .put(
                        "mergeCommit",
                        pull -> pull.mergedAt().isEmpty()
                                ? null
                                : pull.mergeCommitSha().map(sha -> CommitFields.commit(pull.repo(), sha)))
                .put("potentialMergeCommit", pull -> null)
                .put("statusCheckRollup", pull -> CheckFields.rollup(pull.repo(), pull.headSha()));
    }

    private static Part.RefIn head(Pull pull) {
        return new Part.RefIn(pull.repo(), "refs/heads/", pull.headRef(), pull.headSha());
    }

    /** The commit its first one stands on. */
    private static String base(Pull pull) {
        return pull.commits().stream()
                .findFirst()
                .flatMap(commit -> commit.parents().stream().findFirst())
                .orElse("0".repeat(40));
    }

    private void lists(Fields.OfType<Pull> type) {
        type.ask("reviews", ReviewFields::listOf)
                .ask("latestReviews", (pull, environment) -> ReviewFields.latest(pull, environment, false))
                .ask("latestOpinionatedReviews", (pull, environment) -> ReviewFields.latest(pull, environment, true))
                .ask("reviewRequests", (pull, environment) -> Lists.listed(environment, requests(pull)))
                .ask(
                        "commits",
                        (pull, environment) -> Lists.listed(
                                environment,
                                pull.commits().stream()
                                        .map(commit -> new Part.PullCommit(pull, commit))
                                        .toList()))
                .ask("files", (pull, environment) -> Lists.listed(environment, pull.files()))
                .ask("closingIssuesReferences", (pull, environment) -> Lists.listed(environment, pull.closes()));
    }

    private static List<Part.ReviewRequest> requests(Pull pull) {
        List<Part.ReviewRequest> requests = new ArrayList<>();
        for (Account account : pull.requestedReviewers()) {
            requests.add(new Part.ReviewRequest(pull, account, pull.id() * 100 + requests.size()));
        }
        for (Team team : pull.requestedTeams()) {
            requests.add(new Part.ReviewRequest(pull, team, pull.id() * 100 + requests.size()));
        }
        return requests;
    }

    static Slice listOf(Repo repo, DataFetchingEnvironment environment) {
        return list(environment, repo.pulls());
    }

    /** Filtered and sorted as the arguments ask. */
    static Slice list(DataFetchingEnvironment environment, Stream<Pull> pulls) {
        List<Pull> asked = pulls.filter(Lists.oneOf(environment, "states", Pull::state))
                .filter(IssueFields.labelled(environment.getArgument("labels")))
                .filter(pull -> Lists.text(environment, "headRefName")
                        .map(pull.headRef()::equals)
                        .orElse(true))
                .filter(pull -> Lists.text(environment, "baseRefName")
                        .map(pull.baseRef()::equals)
                        .orElse(true))
                .toList();
        return Lists.ordered(
                environment,
                asked,
                Map.of(
                        "CREATED_AT", pull -> Lists.moment(pull.createdAt()),
                        "UPDATED_AT", pull -> Lists.moment(pull.updatedAt()),
                        "COMMENTS", pull -> Lists.number(pull.comments().size())),
                Pull::id);
    }
}
