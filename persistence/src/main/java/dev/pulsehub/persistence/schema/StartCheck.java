package dev.pulsehub.persistence.schema;

/**
 * What must hold before the database is touched. Found as a {@link java.util.ServiceLoader} service, since a server
 * opens the persistence unit before any bean of the application can have a say.
 */
@FunctionalInterface
public interface StartCheck {

    /** Ends the process, having said why, when it must not start. */
    void endUnlessSound();
}
