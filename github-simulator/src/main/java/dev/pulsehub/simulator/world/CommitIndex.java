package dev.pulsehub.simulator.world;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds commits of a branch by their sha; follows the branch as it grows and starts anew when it was rewritten. */
final class CommitIndex {

    private final Map<String, Commit> bySha = new HashMap<>();
    private int indexed;

    synchronized Optional<Commit> find(List<Commit> branch, String sha) {
        boolean grown = indexed <= branch.size()
                && (indexed == 0 || bySha.containsKey(branch.get(indexed - 1).sha()));
        if (!grown) {
            bySha.clear();
            indexed = 0;
        }
        for (Commit commit : branch.subList(indexed, branch.size())) {
            bySha.put(commit.sha(), commit);
        }
        indexed = branch.size();
        return Optional.ofNullable(bySha.get(sha));
    }
}
