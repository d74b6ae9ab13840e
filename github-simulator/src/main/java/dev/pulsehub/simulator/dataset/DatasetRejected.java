package dev.pulsehub.simulator.dataset;

/** A dataset folder cannot be read; the message names file and element. */
public final class DatasetRejected extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatasetRejected(String message) {
        super(message);
    }
}
