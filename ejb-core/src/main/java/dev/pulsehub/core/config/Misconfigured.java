package dev.pulsehub.core.config;

import java.util.List;

/** The environment is not one the product can start in; all problems at once. */
public final class Misconfigured extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Misconfigured(List<String> problems) {
        super("Pulse-Hub cannot start. " + problems.size() + (problems.size() == 1 ? " problem" : " problems")
                + " in the environment:\n  - " + String.join("\n  - ", problems));
    }
}
