package dev.pulsehub.persistence.sync;

import java.time.Instant;
import java.util.Optional;

/**
 * How far one kind of thing of one repository is synchronised.
 *
 * @param pageCursor where an unfinished pass goes on
 * @param passStartedAt GitHub's clock when the unfinished pass began
 * @param watermark everything changed before it is stored
 * @param firstLoadDone whether one pass came to its end
 */
public record SyncCursor(
        Optional<String> pageCursor,
        Optional<Instant> passStartedAt,
        Optional<Instant> watermark,
        Optional<String> etag,
        boolean firstLoadDone,
        long itemCount) {

    /** Nothing was asked yet. */
    public static SyncCursor none() {
        return new SyncCursor(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, 0);
    }
}
