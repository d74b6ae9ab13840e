package dev.pulsehub.simulator;

import dev.pulsehub.simulator.generator.WorldSize;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the command line says of a generated world; no such world where it says nothing. */
final class WorldOptions {

    private final Map<String, String> given = new LinkedHashMap<>();

    void set(String option, String value) {
        given.put(option, value);
    }

    /** @throws IllegalArgumentException saying which number cannot be */
    Optional<WorldSize> size() {
        if (given.containsKey("--world")) {
            Options.choice("--world", given.get("--world"), "worked-example");
            if (given.keySet().stream().anyMatch(option -> !option.equals("--world") && !option.equals("--until"))) {
                throw new IllegalArgumentException("--world has its own numbers; only --until goes with it");
            }
            return Optional.of(WorldSize.workedExample());
        }
        return given.isEmpty() ? Optional.empty() : Optional.of(numbers());
    }

    private WorldSize numbers() {
        int issues = number("--issues", 1_000);
        int pulls = number("--pulls", 1_000);
        return WorldSize.of(
                issues,
                pulls,
                number("--repos", 12),
                number("--days", 730),
                number("--people", WorldSize.accountsFor(issues, pulls)));
    }

    Optional<Instant> until() {
        return Optional.ofNullable(given.get("--until")).map(Instant::parse);
    }

    private int number(String option, int otherwise) {
        String value = given.get(option);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs a whole number, not " + value, e);
        }
    }
}
