package dev.pulsehub.web.wiring;

import dev.pulsehub.core.ingest.DeliveryInbox;
import jakarta.enterprise.inject.Vetoed;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one inbox of this process, in a form the container can stand in for. */
@Vetoed
public class Inbox {

    private final @Nullable DeliveryInbox inbox;

    /** For the container's stand-in only. */
    protected Inbox() {
        this.inbox = null;
    }

    Inbox(DeliveryInbox inbox) {
        this.inbox = inbox;
    }

    /** Stores a delivery durably before it returns. */
    public void accept(UUID deliveryId, String event, byte[] payload) {
        if (inbox == null) {
            throw new IllegalStateException("the container's stand-in was called directly");
        }
        inbox.accept(deliveryId, event, payload);
    }
}
