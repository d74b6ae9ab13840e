package dev.pulsehub.persistence.schema;

/** The database is not at the schema this build needs; the start must stop. */
public final class SchemaNotMigrated extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SchemaNotMigrated(String message) {
        super(message);
    }

    public SchemaNotMigrated(String message, Throwable cause) {
        super(message, cause);
    }
}
