package dev.pulsehub.simulator.graphql;

import dev.pulsehub.simulator.world.Happening;
import dev.pulsehub.simulator.world.Item;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The timeline events GraphQL knows, by the names REST gives them. */
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

    static Optional<String> typeOf(Happening happening) {
        return Optional.ofNullable(TYPES.get(happening.kind()));
    }

    static List<Happening> of(Item item, @Nullable List<String> itemTypes) {
        return item.happenings().stream()
                .filter(happening -> typeOf(happening)
                        .map(type -> itemTypes == null || itemTypes.contains(constantOf(type)))
                        .orElse(false))
                .sorted(Comparator.comparing(Happening::at).thenComparing(Happening::id))
                .toList();
    }

    /** {@code ReadyForReviewEvent} is asked for as {@code READY_FOR_REVIEW_EVENT}. */
    private static String constantOf(String type) {
        return type.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(java.util.Locale.ROOT);
    }
}
