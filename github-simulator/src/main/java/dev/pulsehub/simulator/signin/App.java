package dev.pulsehub.simulator.signin;

import java.net.URI;

/** What people can sign in to. */
public sealed interface App permits OAuthApp, GitHubApp {

    String clientId();

    String clientSecret();

    /** Where codes may be sent: this address and those below it. */
    URI callback();

    /** What the page calls it. */
    String name();

    default boolean mayBeSentTo(URI address) {
        return callback().getScheme().equals(address.getScheme())
                && callback().getAuthority().equals(address.getRawAuthority())
                && (address.getRawPath().equals(callback().getPath())
                        || address.getRawPath().startsWith(callback().getPath() + "/"))
                && !address.normalize().getRawPath().contains("..")
                && address.normalize().equals(address);
    }
}
