package dev.pulsehub.postgres;

/** PostgreSQL could not be unpacked, initialised or started; the message says what to do. */
public final class PostgresDidNotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PostgresDidNotStart(String message) {
        super(message);
    }

    public PostgresDidNotStart(String message, Throwable cause) {
        super(message, cause);
    }
}
