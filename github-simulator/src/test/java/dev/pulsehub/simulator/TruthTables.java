package dev.pulsehub.simulator;

import static dev.pulsehub.simulator.Truths.graphqlPerson;
import static dev.pulsehub.simulator.Truths.names;
import static dev.pulsehub.simulator.Truths.plain;
import static dev.pulsehub.simulator.Truths.restPerson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Where REST and GraphQL say the same of issues, pull requests and reviews. */
final class TruthTables {

    private final Truths issues = items(new Truths("issue"))
            .same("id", "fullDatabaseId")
            .same("node_id", "id")
            .same("state", "state", Truths::capitals)
            .same("state_reason", "stateReason", Truths::capitals)
            .same(
                    "parent_issue_url",
                    "parent/number",
                    url -> url.isMissingNode() ? plain(url) : url.asText().replaceFirst(".*/", ""))
            .pair(
                    "sub_issues_summary",
                    issue -> issue.path("sub_issues_summary").path("total").asText() + " "
                            + issue.path("sub_issues_summary").path("completed").asText() + " "
                            + issue.path("sub_issues_summary")
                                    .path("percent_completed")
                                    .asText(),
                    issue -> issue.path("subIssuesSummary").path("total").asText() + " "
                            + issue.path("subIssuesSummary").path("completed").asText() + " "
                            + issue.path("subIssuesSummary")
                                    .path("percentCompleted")
                                    .asText())
            .pair("closed_by", TruthTables::restCloser, TruthTables::graphqlCloser)
            .restOnly("type"); // the schema has no issue types yet

    /** A pull request's entry among the issues; its {@code id} is another one, which GraphQL does not know. */
    private final Truths entries = items(new Truths("entry of pull request"))
            .same("node_id", "id")
            .same("draft", "isDraft")
            .pair("state", pull -> pull.path("state").asText(), TruthTables::openOrClosed)
            .pair("pull_request", pull -> pull.path("pull_request").path("merged_at"), pull -> pull.path("mergedAt"))
            .pair("closed_by", TruthTables::restCloser, TruthTables::graphqlCloser)
            .restOnly("id", "state_reason");

    private final Truths pulls = items(new Truths("pull request"))
            .same("id", "fullDatabaseId")
            .same("node_id", "id")
            .same("draft", "isDraft")
            .same("merged_at", "mergedAt")
            .same("merged", "merged")
            .same("additions", "additions")
            .same("deletions", "deletions")
            .same("changed_files", "changedFiles")
            .same("commits", "commits/totalCount")
            .same("maintainer_can_modify", "maintainerCanModify")
            .pair("state", pull -> pull.path("state").asText(), TruthTables::openOrClosed)
            .pair(
                    "mergeable",
                    pull -> pull.path("mergeable").isNull() ? "UNKNOWN" : pull.path("mergeable"),
                    pull -> pull.path("mergeable").asText())
            .pair(
                    "merge_commit_sha",
                    pull -> pull.path("merged").asBoolean() ? plain(pull.path("merge_commit_sha")) : "",
                    pull -> pull.path("merged").asBoolean() ? plain(pull.at("/mergeCommit/oid")) : "")
            .pair("merged_by", pull -> restPerson(pull.path("merged_by")), pull -> graphqlPerson(pull.path("mergedBy")))
            .pair(
                    "head",
                    pull -> branch(pull.at("/head/ref"), pull.at("/head/sha"), pull.at("/head/repo/full_name")),
                    pull -> branch(
                            pull.path("headRefName"),
                            pull.path("headRefOid"),
                            pull.at("/headRepository/nameWithOwner")))
            .pair(
                    "base",
                    pull -> branch(pull.at("/base/ref"), pull.at("/base/sha"), pull.at("/base/repo/full_name")),
                    pull -> branch(
                            pull.path("baseRefName"),
                            pull.path("baseRefOid"),
                            pull.at("/baseRepository/nameWithOwner")))
            .pair(
                    "review_comments",
                    pull -> pull.path("comments").asInt()
                            + pull.path("review_comments").asInt(),
                    pull -> pull.path("totalCommentsCount").asInt())
            .pair(
                    "requested_reviewers",
                    pull -> names(
                            pull.path("requested_reviewers"),
                            user -> user.path("login").asText()),
                    pull -> requested(pull, "User", "login"))
            .pair(
                    "requested_teams",
                    pull -> names(
                            pull.path("requested_teams"),
                            team -> team.path("slug").asText()),
                    pull -> requested(pull, "Team", "slug"))
            .same("auto_merge", "autoMergeRequest")
            .restOnly("rebaseable", "mergeable_state", "_links"); // of GraphQL only previews, or addresses

    private final Truths reviews = new Truths("review")
            .same("id", "fullDatabaseId")
            .same("node_id", "id")
            .same("state", "state")
            .same("body", "body")
            .same("html_url", "url")
            .same("author_association", "authorAssociation")
            .same("submitted_at", "submittedAt")
            .same("commit_id", "commit/oid")
            .pair("user", review -> restPerson(review.path("user")), review -> graphqlPerson(review.path("author")))
            .restOnly("_links"); // addresses again

    /** What lists of issues, and pull requests, print of both. */
    private static Truths items(Truths truths) {
        return truths.same("number", "number")
                .same("title", "title")
                .same("body", "body", body -> body.asText(""))
                .same("html_url", "url")
                .same("created_at", "createdAt")
                .same("updated_at", "updatedAt")
                .same("closed_at", "closedAt")
                .same("locked", "locked")
                .same("active_lock_reason", "activeLockReason", Truths::capitals)
                .same("author_association", "authorAssociation")
                .same("comments", "comments/totalCount")
                .pair("user", item -> restPerson(item.path("user")), item -> graphqlPerson(item.path("author")))
                .pair(
                        "labels",
                        item -> names(item.path("labels"), TruthTables::label),
                        item -> names(item.at("/labels/nodes"), TruthTables::label))
                .pair(
                        "milestone",
                        item -> item.at("/milestone/number").asText(),
                        item -> item.at("/milestone/number").asText())
                .pair(
                        "assignees",
                        item -> names(
                                item.path("assignees"),
                                user -> user.path("login").asText()),
                        item -> names(
                                item.at("/assignees/nodes"),
                                user -> user.path("login").asText()))
                .restOnly("assignee", "reactions", "performed_via_github_app"); // the first of assignees; nobody reacts
    }

    private static String label(JsonNode label) {
        return label.path("name").asText() + " " + label.path("color").asText();
    }

    private static Object restCloser(JsonNode item) {
        return restPerson(item.path("closed_by"));
    }

    /** Whoever closed it last, while it is closed. */
    private static Object graphqlCloser(JsonNode item) {
        return graphqlPerson(item.at(item.path("closedAt").isNull() ? "/nobody" : "/ends/nodes/0/actor"));
    }

    private static String openOrClosed(JsonNode pull) {
        return pull.path("state").asText().equals("OPEN") ? "open" : "closed";
    }

    private static List<String> branch(JsonNode ref, JsonNode sha, JsonNode repo) {
        return List.of(ref.asText(), sha.asText(), repo.asText(""));
    }

    private static List<String> requested(JsonNode pull, String type, String name) {
        List<String> found = new ArrayList<>();
        for (JsonNode request : pull.at("/reviewRequests/nodes")) {
            JsonNode reviewer = request.path("requestedReviewer");
            if (reviewer.path("__typename").asText().equals(type)) {
                found.add(reviewer.path(name).asText());
            }
        }
        return found.stream().sorted().toList();
    }

    Truths issues() {
        return issues;
    }

    Truths entries() {
        return entries;
    }

    Truths pulls() {
        return pulls;
    }

    Truths reviews() {
        return reviews;
    }

    List<Truths> all() {
        return List.of(issues, entries, pulls, reviews);
    }
}
