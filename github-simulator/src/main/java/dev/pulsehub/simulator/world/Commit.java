package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A commit of a pull request or of a default branch.
 *
 * @param author the GitHub account behind the author's address; empty when there is none
 */
public record Commit(
        String sha,
        Optional<Account> author,
        String authorName,
        String authorEmail,
        Instant authoredAt,
        Instant committedAt,
        String message,
        List<String> parents) {

    public Commit {
        parents = List.copyOf(parents);
    }
}
