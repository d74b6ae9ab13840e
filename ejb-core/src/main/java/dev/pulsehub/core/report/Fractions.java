package dev.pulsehub.core.report;

import dev.pulsehub.persistence.connection.Row;
import java.sql.SQLException;
import java.util.Optional;

/** Reads {@code double precision} columns that may be null. */
final class Fractions {

    private Fractions() {}

    static Optional<Double> find(Row row, String column) throws SQLException {
        return row.findText(column).map(Double::valueOf);
    }
}
