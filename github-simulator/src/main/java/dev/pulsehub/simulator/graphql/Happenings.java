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

    private static final Map<String, String> TYPES = Map.of(
            "closed", "ClosedEvent",
            "reopened", "ReopenedEvent",
            "merged", "MergedEvent",
            "ready_for_review", "ReadyForReviewEvent",
            "convert_to_draft", "ConvertToDraftEvent",
            "head_ref_force_pushed", "HeadRefForcePushedEvent",
            "renamed", "RenamedTitleEvent",
            "labeled", "LabeledEvent",
            "unlabeled", "UnlabeledEvent");

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
