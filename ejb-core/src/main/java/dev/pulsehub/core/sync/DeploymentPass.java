package dev.pulsehub.core.sync;

import dev.pulsehub.core.github.GitHub;
import dev.pulsehub.core.github.GitHub.Page;
import dev.pulsehub.core.github.GitHub.Probe;
import dev.pulsehub.core.github.GitHub.Repository;
import dev.pulsehub.core.github.Payloads.DeploymentPayload;
import dev.pulsehub.core.github.Payloads.ReleasePayload;
import dev.pulsehub.core.ingest.RepoIngest;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.deployment.DeploymentStore;
import dev.pulsehub.persistence.repo.TrackedRepo;
import dev.pulsehub.persistence.sync.SyncCursor;
import dev.pulsehub.persistence.sync.SyncCursorStore;
import dev.pulsehub.persistence.sync.SyncCursorStore.Key;
import dev.pulsehub.persistence.sync.SyncCursorStore.Kind;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Brings the deployments and releases of a repository up to date. Both are few: a pass reads until it meets what is
 * known and the numbers agree, and one that was cut off begins again.
 */
final class DeploymentPass {

    private final Transactions transactions;
    private final GitHub github;
    private final Writer writer;
    private final BooleanSupplier stopping;
    private final SyncCursorStore cursors = new SyncCursorStore();
    private final DeploymentStore deployments = new DeploymentStore();

    /** Writes through ingest and moves a cursor in the same transaction. */
    interface Writer {
        void write(TrackedRepo repo, Work work, Transactions.Action cursor);

        /** What is written. */
        interface Work {
            void with(RepoIngest ingest) throws SQLException;
        }
    }

    DeploymentPass(Transactions transactions, GitHub github, Writer writer, BooleanSupplier stopping) {
        this.transactions = transactions;
        this.github = github;
        this.writer = writer;
        this.stopping = stopping;
    }

    void deployments(TrackedRepo repo) {
        SyncCursor start = cursor(repo, Kind.DEPLOYMENTS);
        Probe probe = github.deployed(repo.githubId(), start.etag());
        if (!probe.changed()) {
            unchanged(repo, Kind.DEPLOYMENTS);
            return;
        }
        Set<Long> seen = new TreeSet<>();
        Optional<String> next = Optional.empty();
        boolean more = true;
        while (more) {
            requireGoing();
            Page<DeploymentPayload> page = github.deployments(name(repo), next);
            page.nodes().forEach(deployment -> seen.add(deployment.id()));
            boolean whole = page.next().isEmpty();
            more = !whole && !(start.firstLoadDone() && isAllKnown(repo, page));
            boolean last = !more;
            writer.write(
                    repo,
                    ingest -> {
                        ingest.deployments(page.nodes());
                        if (whole) {
                            ingest.deploymentsAre(seen);
                        }
                    },
                    connection -> {
                        if (last) {
                            cursors.end(
                                    connection,
                                    key(repo, Kind.DEPLOYMENTS),
                                    Optional.empty(),
                                    probe.etag(),
                                    Optional.of(page.total()),
                                    1);
                        }
                    });
            next = page.next();
        }
    }

    private boolean isAllKnown(TrackedRepo repo, Page<DeploymentPayload> page) {
        Set<Long> ids = page.nodes().stream().map(DeploymentPayload::id).collect(Collectors.toSet());
        return transactions.call(Caller.writer(), connection -> {
            Map<Long, Instant> known = deployments.versions(connection, repo.organizationId(), ids);
            return page.nodes().stream().allMatch(one -> one.updatedAt().equals(known.get(one.id())))
                    && deployments.count(connection, repo.organizationId(), repo.githubId()) == page.total();
        });
    }

    void releases(TrackedRepo repo) {
        Probe probe =
                github.released(repo.githubId(), cursor(repo, Kind.RELEASES).etag());
        if (!probe.changed()) {
            unchanged(repo, Kind.RELEASES);
            return;
        }
        List<ReleasePayload> all = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            requireGoing();
            Page<ReleasePayload> page = github.releases(name(repo), after);
            all.addAll(page.nodes());
            after = page.next();
        } while (after.isPresent());
        writer.write(
                repo,
                ingest -> ingest.releases(all),
                connection -> cursors.end(
                        connection,
                        key(repo, Kind.RELEASES),
                        Optional.empty(),
                        probe.etag(),
                        Optional.of(all.size()),
                        1));
    }

    private void unchanged(TrackedRepo repo, Kind kind) {
        transactions.run(
                Caller.writer(),
                connection -> cursors.end(
                        connection, key(repo, kind), Optional.empty(), Optional.empty(), Optional.empty(), 0));
    }

    private SyncCursor cursor(TrackedRepo repo, Kind kind) {
        return transactions.call(Caller.writer(), connection -> cursors.get(connection, key(repo, kind)));
    }

    private void requireGoing() {
        if (stopping.getAsBoolean()) {
            throw new RepoPass.Interrupted();
        }
    }

    private static Repository name(TrackedRepo repo) {
        return new Repository(repo.githubId(), repo.ownerLogin(), repo.name());
    }

    private static Key key(TrackedRepo repo, Kind kind) {
        return new Key(repo.organizationId(), repo.githubId(), kind);
    }
}
