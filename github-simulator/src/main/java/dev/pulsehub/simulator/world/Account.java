package dev.pulsehub.simulator.world;

import java.util.Optional;

/**
 * A GitHub login.
 *
 * @param type {@code User}, {@code Bot} or {@code Organization}, as REST prints it
 */
public record Account(long id, String login, String type, Optional<String> name) {

    public boolean isBot() {
        return "Bot".equals(type);
    }
}
