package dev.pulsehub.persistence.connection;

import java.util.OptionalLong;

/**
 * In whose name a transaction speaks to the database. Row level security decides by it; {@link #none()} may do nothing.
 *
 * @param role the database role the transaction takes
 * @param personId the person who asks; empty for everyone but readers
 */
public record Caller(Role role, OptionalLong personId) {

    /** The database roles a transaction can take. */
    public enum Role {
        NONE("pulse_none"),
        READER("pulse_reader"),
        WRITER("pulse_writer");

        private final String databaseName;

        Role(String databaseName) {
            this.databaseName = databaseName;
        }

        /** The role's name in PostgreSQL. */
        public String databaseName() {
            return databaseName;
        }
    }

    /** Nobody: every statement is refused. */
    public static Caller none() {
        return new Caller(Role.NONE, OptionalLong.empty());
    }

    /** A person, who sees the repositories GitHub lets them see in the organizations they belong to. */
    public static Caller reader(long personId) {
        return new Caller(Role.READER, OptionalLong.of(personId));
    }

    /** The synchronisation and the sign-in: writes every organization's rows. */
    public static Caller writer() {
        return new Caller(Role.WRITER, OptionalLong.empty());
    }
}
