package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.Optional;

/**
 * One event of an issue's or pull request's timeline.
 *
 * @param kind GitHub's REST name: closed, reopened, merged, ready_for_review, convert_to_draft, labeled, ...
 * @param before for a force push, the commit it replaced
 * @param implied supplied by the dataset loader because the state says it must have happened
 */
public record Happening(
        long id,
        String kind,
        Instant at,
        Optional<Account> actor,
        Optional<String> label,
        Optional<Commit> before,
        boolean implied) {}
