package dev.pulsehub.mcp.tool;

import dev.pulsehub.core.report.Paging;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Where a list goes on, as an opaque word. */
final class Places {

    private Places() {}

    static String write(Instant moment, long id) {
        return Long.toString(moment.toEpochMilli(), 36) + "." + Long.toString(id, 36);
    }

    static Optional<Paging.After> read(Arguments arguments) {
        return arguments.find("cursor").map(Places::read);
    }

    private static Paging.After read(String text) {
        try {
            int point = text.indexOf('.');
            return new Paging.After(
                    Instant.ofEpochMilli(Long.parseLong(text.substring(0, Math.max(0, point)), 36)),
                    Long.parseLong(text.substring(point + 1), 36));
        } catch (NumberFormatException | DateTimeException e) {
            throw new NoAnswer("cursor is not one an answer gave; leave it out to begin anew.");
        }
    }
}
