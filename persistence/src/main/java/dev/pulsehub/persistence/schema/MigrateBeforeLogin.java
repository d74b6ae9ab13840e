package dev.pulsehub.persistence.schema;

import java.util.ServiceLoader;
import org.eclipse.persistence.sessions.SessionEvent;
import org.eclipse.persistence.sessions.SessionEventAdapter;

/**
 * Migrates before EclipseLink opens its session, which a server does during deployment and before any bean starts;
 * named in {@code persistence.xml}. A failure ends the process: a failed deployment alone would leave one that answers
 * 404.
 */
public class MigrateBeforeLogin extends SessionEventAdapter {

    private static boolean done;

    @Override
    public void preLogin(SessionEvent event) {
        ServiceLoader.load(StartCheck.class, MigrateBeforeLogin.class.getClassLoader())
                .forEach(StartCheck::endUnlessSound);
        try {
            migrateOnce();
        } catch (RuntimeException e) {
            System.getLogger(MigrateBeforeLogin.class.getName())
                    .log(System.Logger.Level.ERROR, "Pulse-Hub cannot start. " + e.getMessage(), e);
            pause();
            Runtime.getRuntime().halt(1);
        }
    }

    /** The server logs in the background. */
    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Migrates as the environment says; the second call in a JVM does nothing. */
    public static synchronized void migrateOnce() {
        if (!done) {
            SchemaMigration.of(System.getenv()).run();
            done = true;
        }
    }
}
