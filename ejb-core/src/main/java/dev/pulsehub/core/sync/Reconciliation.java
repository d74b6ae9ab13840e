package dev.pulsehub.core.sync;

import dev.pulsehub.core.github.GitHub;
import dev.pulsehub.core.github.GitHub.Page;
import dev.pulsehub.core.github.GitHub.Repository;
import dev.pulsehub.core.github.GitHub.RunPage;
import dev.pulsehub.core.github.GitHubRefused;
import dev.pulsehub.core.github.Payloads.InventoryPayload;
import dev.pulsehub.core.github.Payloads.RunPayload;
import dev.pulsehub.core.ingest.RepoIngest;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.repo.TrackedRepo;
import dev.pulsehub.persistence.sync.InventoryStore;
import dev.pulsehub.persistence.sync.InventoryStore.Item;
import dev.pulsehub.persistence.work.SyncJobStore;
import dev.pulsehub.persistence.work.SyncSubject;
import dev.pulsehub.persistence.workflow.WorkflowRunStore;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Finds what no page and no webhook told: things that are gone, comments that were deleted, labels that were renamed.
 * It changes nothing itself; whatever differs is fetched, and whoever is not there when asked for is forgotten.
 */
final class Reconciliation {

    private static final int MOST_LOST_RUNS = 100;

    private final Transactions transactions;
    private final GitHub github;
    private final Clock clock;
    private final BooleanSupplier stopping;
    private final InventoryStore inventory = new InventoryStore();
    private final WorkflowRunStore runs = new WorkflowRunStore();
    private final SyncJobStore jobs = new SyncJobStore();

    Reconciliation(Transactions transactions, GitHub github, Clock clock, BooleanSupplier stopping) {
        this.transactions = transactions;
        this.github = github;
        this.clock = clock;
        this.stopping = stopping;
    }

    /** Two requests: compares the numbers of each kind, remembers both, and looks closer where they differ. */
    void totals(TrackedRepo repo) {
        Map<String, Long> onGitHub = github.totals(name(repo));
        boolean differ = transactions.call(Caller.writer(), connection -> {
            Map<String, Long> stored = inventory.counts(connection, repo.organizationId(), repo.githubId());
            for (Map.Entry<String, Long> one : onGitHub.entrySet()) {
                inventory.observed(
                        connection,
                        repo.organizationId(),
                        repo.githubId(),
                        one.getKey(),
                        stored.getOrDefault(one.getKey(), 0L),
                        one.getValue(),
                        clock.instant());
            }
            return onGitHub.entrySet().stream()
                    .anyMatch(one -> !one.getValue().equals(stored.getOrDefault(one.getKey(), 0L)));
        });
        if (differ) {
            inventory(repo);
        }
    }

    /** One request per hundred issues, pull requests and runs: compares each with what is stored. */
    void inventory(TrackedRepo repo) {
        try {
            compare(
                    after -> github.issueInventory(name(repo), after),
                    () -> transactions.call(
                            Caller.writer(),
                            connection -> inventory.issues(connection, repo.organizationId(), repo.githubId())),
                    number -> SyncSubject.issue(repo.organizationId(), repo.githubId(), number));
        } catch (GitHubRefused e) {
            if (e.status() != 410) { // issues are switched off
                throw e;
            }
        }
        compare(
                after -> github.pullInventory(name(repo), after),
                () -> transactions.call(
                        Caller.writer(),
                        connection -> inventory.pulls(connection, repo.organizationId(), repo.githubId())),
                number -> SyncSubject.pull(repo.organizationId(), repo.githubId(), number));
        lostRuns(repo);
    }

    private interface Stored {
        Map<Integer, Item> read();
    }

    private void compare(
            Function<Optional<String>, Page<InventoryPayload>> question,
            Stored stored,
            Function<Integer, SyncSubject> subject) {
        Map<Integer, Item> ours = new TreeMap<>(stored.read());
        Set<Integer> differing = new TreeSet<>();
        Optional<String> after = Optional.empty();
        do {
            requireGoing();
            Page<InventoryPayload> page = question.apply(after);
            for (InventoryPayload theirs : page.nodes()) {
                if (!item(theirs).equals(ours.remove(theirs.number()))) {
                    differing.add(theirs.number());
                }
            }
            after = page.next();
        } while (after.isPresent());
        differing.addAll(ours.keySet()); // whoever is not listed is asked for once more, for lists drift
        transactions.run(Caller.writer(), connection -> {
            for (Integer number : differing) {
                jobs.schedule(connection, subject.apply(number), Duration.ZERO);
            }
        });
    }

    private static Item item(InventoryPayload theirs) {
        return new Item(
                theirs.id(),
                theirs.number(),
                theirs.updatedAt(),
                theirs.milestone(),
                theirs.labels().stream().sorted().toList(),
                theirs.comments());
    }

    /** GitHub tells nobody that a run was deleted. */
    private void lostRuns(TrackedRepo repo) {
        Set<Long> stored = transactions.call(
                Caller.writer(), connection -> runs.listIds(connection, repo.organizationId(), repo.githubId()));
        Set<Long> lost = new TreeSet<>(List.copyOf(stored));
        Optional<String> next = Optional.empty();
        do {
            requireGoing();
            RunPage page = github.runs(repo.githubId(), next, Optional.empty());
            page.page().nodes().stream().map(RunPayload::id).forEach(lost::remove);
            next = page.page().next();
        } while (next.isPresent());
        Set<Long> gone = new TreeSet<>();
        lost.stream()
                .limit(MOST_LOST_RUNS)
                .filter(id -> github.run(repo.githubId(), id).isEmpty())
                .forEach(gone::add);
        if (!gone.isEmpty()) {
            transactions.run(Caller.writer(), connection -> {
                RepoIngest ingest = RepoIngest.begin(connection, repo);
                ingest.forgetRuns(gone);
                ingest.finish();
            });
        }
    }

    private void requireGoing() {
        if (stopping.getAsBoolean()) {
            throw new RepoPass.Interrupted();
        }
    }

    private static Repository name(TrackedRepo repo) {
        return new Repository(repo.githubId(), repo.ownerLogin(), repo.name());
    }
}
