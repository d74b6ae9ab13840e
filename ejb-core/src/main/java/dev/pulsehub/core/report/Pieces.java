package dev.pulsehub.core.report;

import java.time.LocalDate;

/** A window's pieces at its edges: the first and the last are cut off by the window itself. */
final class Pieces {

    private Pieces() {}

    static LocalDate first(Window window, LocalDate start) {
        return start.isBefore(window.first()) ? window.first() : start;
    }

    static LocalDate last(Window window, LocalDate start) {
        LocalDate next = window.bucket().next(start);
        return (next.isAfter(window.end()) ? window.end() : next).minusDays(1);
    }
}
