package dev.pulsehub.simulator.signin;

import java.net.URI;

/**
 * A registered OAuth app.
 *
 * @param callback where codes may be sent: this address and those below it
 */
public record OAuthApp(String clientId, String clientSecret, URI callback) {

    boolean mayBeSentTo(URI address) {
        return callback.getScheme().equals(address.getScheme())
                && callback.getAuthority().equals(address.getRawAuthority())
                && (address.getRawPath().equals(callback.getPath())
                        || address.getRawPath().startsWith(callback.getPath() + "/"))
                && !address.normalize().getRawPath().contains("..")
                && address.normalize().equals(address);
    }
}
