package dev.pulsehub.core.report;

import java.time.Instant;
import java.util.Optional;

/**
 * Which part of a list: by page for people, after a row for machines.
 *
 * @param offset rows left out
 * @param limit most rows given
 * @param after the last row of the part before; only for lists in their natural order, newest first
 */
public record Paging(int offset, int limit, Optional<After> after) {

    /** The place of a row in its list: its moment and its GitHub number. */
    public record After(Instant moment, long id) {}

    /** The page with this number, counted from one. */
    public static Paging page(int page, int size) {
        return new Paging((page - 1) * size, size, Optional.empty());
    }

    public static Paging after(Optional<After> after, int limit) {
        return new Paging(0, limit, after);
    }

    void addTo(Conditions conditions, String moment, String id) {
        after.ifPresent(
                row -> conditions.and("(" + moment + ", " + id + ") < (?::timestamptz, ?)", row.moment(), row.id()));
    }
}
