package dev.pulsehub.simulator.dataset;

import dev.pulsehub.simulator.world.Happening;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Records;
import dev.pulsehub.simulator.world.Review;
import dev.pulsehub.simulator.world.ReviewComment;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** What a recorded state says must have happened though no file tells of it; all of it is marked as implied. */
final class Implied {

    private Implied() {}

    static void supply(Item item, Records records) {
        if (item instanceof Pull pull) {
            boolean told = pull.happenings().stream().anyMatch(one -> one.kind().equals("merged"));
            if (!told) {
                pull.mergedAt().ifPresent(at -> add(item, "merged", at, records));
            }
            reviews(pull);
        }
        item.closedAt().ifPresent(at -> {
            Optional<Happening> end = end(item);
            if (end.isEmpty()) {
                add(item, "closed", at, records);
            } else if (item.closedBy().isEmpty()) {
                end.get().actor().ifPresent(actor -> records.closedBy(item, at, actor));
            }
        });
    }

    /**
     * The closing that holds. The recorded moment of an event may differ by a second from the state's, so only the
     * order counts.
     */
    private static Optional<Happening> end(Item item) {
        return item.happenings().stream()
                .filter(one -> one.kind().equals("closed") || one.kind().equals("reopened"))
                .max(Comparator.comparing(Happening::at).thenComparing(Happening::id))
                .filter(last -> last.kind().equals("closed"));
    }

    private static void add(Item item, String kind, Instant at, Records records) {
        item.happenings()
                .add(new Happening(records.impliedId(), kind, at, item.closedBy(), Happening.Subject.NONE, true));
    }

    /** A review of which only the comments are there was submitted with the first of them. */
    private static void reviews(Pull pull) {
        pull.reviewComments().stream()
                .sorted(Comparator.comparing(ReviewComment::createdAt).thenComparing(ReviewComment::id))
                .filter(comment -> comment.reviewId() > 0)
                .forEach(comment -> {
                    if (pull.reviews().stream().noneMatch(review -> review.id() == comment.reviewId())) {
                        pull.reviews()
                                .add(new Review(
                                        comment.reviewId(),
                                        comment.author(),
                                        "COMMENTED",
                                        "",
                                        comment.createdAt(),
                                        pull.headSha(),
                                        true));
                    }
                });
    }
}
