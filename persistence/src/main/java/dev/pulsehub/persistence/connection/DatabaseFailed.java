package dev.pulsehub.persistence.connection;

import java.sql.SQLException;

/** PostgreSQL could not be reached or refused a statement; the transaction was rolled back. */
public class DatabaseFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseFailed(String doing, SQLException cause) {
        super(doing + ": " + cause.getMessage(), cause);
    }
}
