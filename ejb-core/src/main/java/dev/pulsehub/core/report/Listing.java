package dev.pulsehub.core.report;

import java.util.List;
import java.util.OptionalLong;

/**
 * Part of a list.
 *
 * @param total how many rows the whole list has; empty when nobody asked
 */
public record Listing<T>(Scope scope, List<T> rows, OptionalLong total) {
    public Listing {
        rows = List.copyOf(rows);
    }
}
