package dev.pulsehub.core.report;

import java.util.Optional;

/**
 * Order of a list of pull requests; rows without the value come last.
 *
 * @param by what to sort by; empty for creation
 */
public record PullSort(Optional<Key> by, boolean descending) {

    /** What a list can be sorted by. */
    public enum Key {
        CREATED("p.created_at"),
        MERGED("p.merged_at"),
        UPDATED("p.updated_at"),
        REPO("lower(p.repo)"),
        TITLE("lower(p.title)"),
        SIZE("p.additions + p.deletions"),
        REVIEWS("p.review_count"),
        CODING("p.coding_seconds"),
        PICKUP("p.pickup_seconds"),
        REVIEW("p.review_seconds"),
        CYCLE_TO_MERGE("p.cycle_to_merge_seconds"),
        TIME_TO_MERGE("p.time_to_merge_seconds"),
        OPEN_TO_MERGE("p.open_to_merge_seconds");

        private final String expression;

        Key(String expression) {
            this.expression = expression;
        }
    }

    /** Newest first. */
    public static final PullSort NEWEST = new PullSort(Optional.empty(), true);

    String orderBy() {
        String direction = descending ? " desc" : " asc";
        return by.orElse(Key.CREATED).expression + direction + " nulls last, p.pull_request_id" + direction;
    }
}
