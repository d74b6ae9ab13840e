package dev.pulsehub.simulator.world;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whose commits a branch holds; follows the branch as it grows and starts anew when it was rewritten. */
final class Contributors {

    private final Set<Account> authors = new HashSet<>();
    private String last = "";
    private int counted;

    synchronized boolean contains(List<Commit> branch, Account account) {
        boolean grown = counted == 0
                || counted <= branch.size() && branch.get(counted - 1).sha().equals(last);
        if (!grown) {
            authors.clear();
            counted = 0;
        }
        branch.subList(counted, branch.size()).forEach(commit -> commit.author().ifPresent(authors::add));
        counted = branch.size();
        last = branch.isEmpty() ? "" : branch.getLast().sha();
        return authors.contains(account);
    }
}
