package dev.pulsehub.persistence.schema;

import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Migrates before EclipseLink opens its session, which a server does during deployment and before any bean starts;
 * named in {@code persistence.xml}. A failure fails the deployment.
 */
public class MigrateBeforeLogin extends SessionEventAdapter {

    private static boolean done;

    @Override
    public void preLogin(SessionEvent event) {
        migrateOnce();
    }

    /** Migrates as the environment says; the second call in a JVM does nothing. */
    public static synchronized void migrateOnce() {
        if (!done) {
            SchemaMigration.of(System.getenv()).run();
            done = true;
        }
    }
}
