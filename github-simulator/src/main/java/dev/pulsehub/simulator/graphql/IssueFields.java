package dev.pulsehub.simulator.graphql;

import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import graphql.schema.DataFetchingEnvironment;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Issues and the lists of them. */
final class IssueFields {

    private IssueFields() {}

    private record Summary(int total, int completed) {}

    static void add(Ground ground) {
        ItemFields.item(ground, ground.fields().of("Issue", Issue.class))
                .put("state", IssueFields::state)
                .ask("stateReason", (issue, environment) -> reason(issue, environment))
                .put("parent", Issue::parent)
                .ask("subIssues", (issue, environment) -> Lists.listed(environment, issue.subIssues()))
                .put(
                        "subIssuesSummary",
                        issue -> new Summary(issue.subIssues().size(), (int) issue.subIssues().stream()
                                .filter(part -> !part.isOpen())
                                .count()))
                .ask(
                        "closedByPullRequestsReferences",
                        (issue, environment) -> Lists.listed(environment, closers(issue, environment)));
        ground.fields()
                .of("SubIssuesSummary", Summary.class)
                .put("total", Summary::total)
                .put("completed", Summary::completed)
                .put(
                        "percentCompleted",
                        summary -> summary.total() == 0 ? 0 : summary.completed() * 100 / summary.total());
    }

    private static String state(Issue issue) {
        return issue.isOpen() ? "OPEN" : "CLOSED";
    }

    /** Those who do not ask for duplicates hear of them as not planned. */
    private static Optional<String> reason(Issue issue, DataFetchingEnvironment environment) {
        boolean asked = Boolean.TRUE.equals(environment.getArgument("enableDuplicate"));
        return issue.stateReason()
                .map(reason -> reason.equals("duplicate") && !asked ? "not_planned" : reason)
                .map(reason -> reason.toUpperCase(Locale.ROOT));
    }

    private static List<Pull> closers(Issue issue, DataFetchingEnvironment environment) {
        boolean closedToo = Boolean.TRUE.equals(environment.getArgument("includeClosedPrs"));
        return issue.repo()
                .pulls()
                .filter(pull -> pull.closes().contains(issue))
                .filter(pull -> closedToo || pull.isOpen() || pull.mergedAt().isPresent())
                .toList();
    }

    static Slice listOf(Repo repo, DataFetchingEnvironment environment) {
        return list(environment, repo.issues());
    }

    /** Filtered and sorted as the arguments ask. */
    static Slice list(DataFetchingEnvironment environment, Stream<Issue> issues) {
        Map<String, Object> filter = environment.getArgument("filterBy");
        List<Issue> asked = issues.filter(Lists.oneOf(environment, "states", IssueFields::state))
                .filter(labelled(environment.getArgument("labels")))
                .filter(filter == null ? issue -> true : filtered(filter))
                .toList();
        return Lists.ordered(
                environment,
                asked,
                Map.of(
                        "CREATED_AT", issue -> Lists.moment(issue.createdAt()),
                        "UPDATED_AT", issue -> Lists.moment(issue.updatedAt()),
                        "COMMENTS", issue -> Lists.number(issue.comments().size())),
                Issue::id);
    }

    /** Has one of the labels; any item where none are asked for. */
    static Predicate<Item> labelled(@Nullable List<String> names) {
        return item -> names == null
                || item.labels().stream().anyMatch(label -> names.stream().anyMatch(label.name()::equalsIgnoreCase));
    }

    @SuppressWarnings("unchecked") // an input object holds lists of text
    private static Predicate<Issue> filtered(Map<String, Object> filter) {
        Predicate<Issue> all = issue -> true;
        for (Map.Entry<String, Object> entry : filter.entrySet()) {
            Object value = entry.getValue();
            if (value == null || Boolean.FALSE.equals(value)) {
                continue;
            }
            all = all.and(
                    switch (entry.getKey()) {
                        case "since" -> since(value.toString());
                        case "states" -> issue -> ((List<String>) value).contains(state(issue));
                        case "labels" -> labelled((List<String>) value)::test;
                        case "assignee" -> person(value.toString(), Item::assignees);
                        case "createdBy" ->
                            person(
                                    value.toString(),
                                    issue -> issue.author().stream().toList());
                        case "milestoneNumber" -> planned(value.toString());
                        default -> throw Lists.unknown(entry.getKey());
                    });
        }
        return all;
    }

    private static Predicate<Issue> since(String moment) {
        var since = OffsetDateTime.parse(moment).toInstant();
        return issue -> !issue.updatedAt().isBefore(since);
    }

    private static Predicate<Issue> planned(String number) {
        return issue -> issue.milestone()
                .map(milestone -> number.equals("*") || number.equals(Integer.toString(milestone.number())))
                .orElse(false);
    }

    private static Predicate<Issue> person(String login, java.util.function.Function<Issue, List<Account>> people) {
        return issue -> login.equals("*")
                ? !people.apply(issue).isEmpty()
                : people.apply(issue).stream().anyMatch(one -> one.login().equalsIgnoreCase(login));
    }
}
