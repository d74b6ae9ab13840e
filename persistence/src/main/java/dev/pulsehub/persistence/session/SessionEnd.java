package dev.pulsehub.persistence.session;

import java.util.Locale;

/** Why a session is over. */
public enum SessionEnd {
    /** In this browser. */
    SIGNED_OUT,
    /** By the person, for this or all browsers, from another one. */
    EVERYWHERE,
    /** Somebody signed in anew in the same browser. */
    REPLACED,
    /** GitHub does not accept the person's token any more. */
    GRANT_ENDED,
    /** The person disconnected GitHub. */
    DISCONNECTED,
    /** It was not used for its lifetime. */
    EXPIRED,
    /** The person does not belong to its organization any more. */
    NO_MEMBERSHIP;

    /** As the database writes it. */
    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SessionEnd of(String stored) {
        return valueOf(stored.toUpperCase(Locale.ROOT));
    }
}
