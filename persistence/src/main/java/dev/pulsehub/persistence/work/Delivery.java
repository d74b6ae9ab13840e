package dev.pulsehub.persistence.work;

import java.time.Instant;
import java.util.UUID;

/**
 * A claimed delivery.
 *
 * @param id grows in the order of arrival
 * @param attempts how often it was claimed, this time included
 * @param worker who holds the claim
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; copying payloads of megabytes would buy nothing
public record Delivery(
        long id,
        UUID deliveryId,
        String event,
        long repoId,
        byte[] payload,
        Instant receivedAt,
        int attempts,
        String worker) {

    /** What became of a delivery. */
    public enum Outcome {
        /** Rows were written. */
        APPLIED("applied"),
        /** What is stored is at least as new. */
        SUPERSEDED("superseded"),
        /** Of no interest: an event or repository we do not follow. */
        IGNORED("ignored");

        private final String stored;

        Outcome(String stored) {
            this.stored = stored;
        }

        String stored() {
            return stored;
        }
    }
}
