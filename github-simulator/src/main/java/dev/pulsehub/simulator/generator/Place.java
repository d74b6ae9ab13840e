package dev.pulsehub.simulator.generator;

import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Milestone;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** A repository of a generated world and what is on people's minds there. */
final class Place {

    private static final int REMEMBERED = 60;

    private final Repo repo;
    private final int number;
    private final Deque<Issue> worries = new ArrayDeque<>();
    private final Deque<Pull> merged = new ArrayDeque<>();

    Place(Repo repo, int number) {
        this.repo = repo;
        this.number = number;
    }

    Repo repo() {
        return repo;
    }

    /** Which of the world's repositories it is, from 0, the busiest. */
    int number() {
        return number;
    }

    /** Somebody may want to close it by a pull request. */
    void worry(Issue issue) {
        remember(worries, issue);
    }

    void merged(Pull pull) {
        remember(merged, pull);
    }

    private static <T> void remember(Deque<T> memory, T thing) {
        memory.addFirst(thing);
        if (memory.size() > REMEMBERED) {
            memory.removeLast();
        }
    }

    /** An issue that is open and not spoken for, which then is. */
    Optional<Issue> takeWorry(SplittableRandom random, Predicate<Issue> kind) {
        worries.removeIf(issue -> !issue.isOpen());
        Optional<Issue> taken = worries.stream()
                .filter(kind)
                .skip(random.nextInt(3))
                .findFirst()
                .or(() -> worries.stream().filter(kind).findFirst());
        taken.ifPresent(worries::remove);
        return taken;
    }

    /** Something merged of late, which is then forgotten: nothing is reverted twice. */
    Optional<Pull> regretted() {
        return Optional.ofNullable(merged.pollFirst());
    }

    Optional<Milestone> milestone() {
        return repo.milestones().stream().filter(Milestone::open).reduce((one, later) -> later);
    }
}
