package dev.pulsehub.simulator.signin;

import java.net.URI;

/** A registered OAuth app. */
public record OAuthApp(String clientId, String clientSecret, URI callback) implements App {

    @Override
    public String name() {
        return clientId;
    }
}
