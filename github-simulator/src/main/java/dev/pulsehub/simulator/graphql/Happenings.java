package dev.pulsehub.simulator.graphql;

import dev.pulsehub.simulator.world.Happening;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Pull;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a timeline holds, by the names REST gives its events. */
final class Happenings {

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("closed", "ClosedEvent"),
            Map.entry("reopened", "ReopenedEvent"),
            Map.entry("merged", "MergedEvent"),
            Map.entry("ready_for_review", "ReadyForReviewEvent"),
            Map.entry("convert_to_draft", "ConvertToDraftEvent"),
            Map.entry("head_ref_force_pushed", "HeadRefForcePushedEvent"),
            Map.entry("renamed", "RenamedTitleEvent"),
            Map.entry("labeled", "LabeledEvent"),
            Map.entry("unlabeled", "UnlabeledEvent"),
            Map.entry("assigned", "AssignedEvent"),
            Map.entry("unassigned", "UnassignedEvent"),
            Map.entry("milestoned", "MilestonedEvent"),
            Map.entry("demilestoned", "DemilestonedEvent"),
            Map.entry("review_requested", "ReviewRequestedEvent"),
            Map.entry("review_request_removed", "ReviewRequestRemovedEvent"),
            Map.entry("review_dismissed", "ReviewDismissedEvent"),
            Map.entry("base_ref_changed", "BaseRefChangedEvent"),
            Map.entry("added_to_merge_queue", "AddedToMergeQueueEvent"),
            Map.entry("removed_from_merge_queue", "RemovedFromMergeQueueEvent"),
            Map.entry("locked", "LockedEvent"),
            Map.entry("unlocked", "UnlockedEvent"),
            Map.entry("transferred", "TransferredEvent"),
            Map.entry("connected", "ConnectedEvent"),
            Map.entry("sub_issue_added", "SubIssueAddedEvent"),
            Map.entry("sub_issue_removed", "SubIssueRemovedEvent"),
            Map.entry("parent_issue_added", "ParentIssueAddedEvent"),
            Map.entry("parent_issue_removed", "ParentIssueRemovedEvent"));

    private Happenings() {}

    private record Entry(Instant at, long id, Part part) {}

    static Optional<String> typeOf(Happening happening) {
        return Optional.ofNullable(TYPES.get(happening.kind()));
    }

    /** Of the types that {@code itemTypes} asks for, since when {@code since} does, oldest first. */
    static List<Part> of(Item item, DataFetchingEnvironment environment) {
        List<String> types = environment.getArgument("itemTypes");
        Instant since = Lists.text(environment, "since")
                .map(text -> OffsetDateTime.parse(text).toInstant())
                .orElse(Instant.MIN);
        return entries(item).stream()
                .filter(entry ->
                        types == null || types.contains(constantOf(entry.part().type())))
                .filter(entry -> !entry.at().isBefore(since))
                .sorted(Comparator.comparing(Entry::at).thenComparing(Entry::id))
                .map(Entry::part)
                .toList();
    }

    private static List<Entry> entries(Item item) {
        List<Entry> entries = new ArrayList<>();
        item.happenings().stream()
                .filter(one -> typeOf(one).isPresent())
                .forEach(one -> entries.add(new Entry(one.at(), one.id(), new Part.Event(item, one))));
        item.comments()
                .forEach(one -> entries.add(new Entry(one.createdAt(), one.id(), new Part.CommentOn(item, one))));
        switch (item) {
            case Pull pull -> {
                pull.reviews()
                        .forEach(one ->
                                entries.add(new Entry(one.submittedAt(), one.id(), new Part.ReviewOf(pull, one))));
                pull.commits()
                        .forEach(one -> entries.add(new Entry(one.committedAt(), 0, new Part.PullCommit(pull, one))));
            }
            case Issue issue ->
                issue.repo()
                        .pulls()
                        .filter(pull -> pull.closes().contains(issue))
                        .forEach(pull ->
                                entries.add(new Entry(pull.createdAt(), pull.id(), new Part.Reference(issue, pull))));
        }
        return entries;
    }

    /** {@code ReadyForReviewEvent} is asked for as {@code READY_FOR_REVIEW_EVENT}. */
    private static String constantOf(String type) {
        return type.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
