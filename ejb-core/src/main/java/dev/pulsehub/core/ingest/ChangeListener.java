package dev.pulsehub.core.ingest;

/** Hears, in this process and at once, that a committed transaction left change notices. */
@FunctionalInterface
public interface ChangeListener {

    void changed();
}
