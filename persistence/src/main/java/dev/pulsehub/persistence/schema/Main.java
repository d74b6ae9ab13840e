package dev.pulsehub.persistence.schema;

import java.io.PrintStream;
import java.util.Map;

/**
 * Migrates the database and ends: what a platform runs before it starts a new version. Ends with 0, with 78 when a
 * variable is missing or malformed, and with 1 when the database could not be reached or migrated.
 */
public final class Main {

    private static final int MISCONFIGURED = 78; // EX_CONFIG

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(migrate(System.getenv(), System.out, System.err));
    }

    static int migrate(Map<String, String> environment, PrintStream out, PrintStream err) {
        try {
            SchemaMigration migration = SchemaMigration.of(environment);
            migration.run();
            out.println("The database " + migration + " is at the schema of this build.");
            return 0;
        } catch (IllegalArgumentException e) {
            err.println("Pulse-Hub cannot migrate. " + e.getMessage());
            return MISCONFIGURED;
        } catch (SchemaNotMigrated e) {
            err.println("Pulse-Hub cannot migrate. " + e.getMessage());
            return 1;
        }
    }
}
