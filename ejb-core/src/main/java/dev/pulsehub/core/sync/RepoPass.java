package dev.pulsehub.core.sync;

import dev.pulsehub.core.github.GitHub;
import dev.pulsehub.core.github.GitHub.Page;
import dev.pulsehub.core.github.GitHub.Probe;
import dev.pulsehub.core.github.GitHub.Repository;
import dev.pulsehub.core.github.GitHub.RunPage;
import dev.pulsehub.core.github.GitHubRefused;
import dev.pulsehub.core.github.PayloadRejected;
import dev.pulsehub.core.github.Payloads.CommitPayload;
import dev.pulsehub.core.github.Payloads.RunPayload;
import dev.pulsehub.core.ingest.ChangeListener;
import dev.pulsehub.core.ingest.RepoIngest;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.pullrequest.BranchCommitStore;
import dev.pulsehub.persistence.repo.TrackedRepo;
import dev.pulsehub.persistence.sync.SyncCursor;
import dev.pulsehub.persistence.sync.SyncCursorStore;
import dev.pulsehub.persistence.sync.SyncCursorStore.Key;
import dev.pulsehub.persistence.sync.SyncCursorStore.Kind;
import dev.pulsehub.persistence.work.ChangeNoticeStore;
import dev.pulsehub.persistence.workflow.WorkflowRunStore;
import dev.pulsehub.persistence.workflow.WorkflowRunStore.Version;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One pass over a repository: from the latest change back to what is stored already, or to the end the first time. Each
 * page is stored with the cursor behind it, so a pass that was cut off goes on where it stopped. The watermark moves
 * only when all pages are stored.
 */
final class RepoPass {

    /** Things that change while a pass is under way, and clocks that differ, are asked for again. */
    static final Duration OVERLAP = Duration.ofMinutes(5);

    private static final int MOST_UNFINISHED = 50;

    private final Transactions transactions;
    private final GitHub github;
    private final ChangeListener listener;
    private final BooleanSupplier stopping;
    private final SyncCursorStore cursors = new SyncCursorStore();
    private final WorkflowRunStore runs = new WorkflowRunStore();
    private final BranchCommitStore commits = new BranchCommitStore();

    RepoPass(Transactions transactions, GitHub github, ChangeListener listener, BooleanSupplier stopping) {
        this.transactions = transactions;
        this.github = github;
        this.listener = listener;
        this.stopping = stopping;
    }

    /** The process is asked to stop; what is stored stays, the rest is done later. */
    static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Brings everything of the repository up to date; a part that is refused does not stop the others. */
    void run(TrackedRepo repo) {
        Repository name = new Repository(repo.githubId(), repo.ownerLogin(), repo.name());
        part(repo, Kind.PULLS, () -> items(repo, name));
        part(repo, Kind.RUNS, () -> workflowRuns(repo));
        branch(repo);
        deployments(repo);
    }

    /** Brings deployments and releases up to date. */
    void deployments(TrackedRepo repo) {
        DeploymentPass pass =
                new DeploymentPass(transactions, github, (to, work, cursor) -> write(to, work::with, cursor), stopping);
        part(repo, Kind.DEPLOYMENTS, () -> pass.deployments(repo));
        part(repo, Kind.RELEASES, () -> pass.releases(repo));
    }

    /** Brings the default branch's commits up to date. */
    void branch(TrackedRepo repo) {
        part(repo, Kind.COMMITS, () -> commits(repo, new Repository(repo.githubId(), repo.ownerLogin(), repo.name())));
    }

    private void part(TrackedRepo repo, Kind kind, Runnable work) {
        try {
            work.run();
        } catch (GitHubRefused | PayloadRejected e) {
            tell(
                    repo,
                    Set.of("sync"),
                    connection -> cursors.failed(connection, key(repo, kind), String.valueOf(e.getMessage())));
        }
    }

    /** One free question tells whether any issue or pull request changed at all. */
    private void items(TrackedRepo repo, Repository name) {
        SyncCursor issues = cursor(repo, Kind.ISSUES);
        SyncCursor pulls = cursor(repo, Kind.PULLS);
        boolean underWay =
                issues.passStartedAt().isPresent() || pulls.passStartedAt().isPresent();
        boolean complete = issues.firstLoadDone() && pulls.firstLoadDone() && !underWay;
        Probe probe = probe(repo, complete ? issues.etag() : Optional.empty());
        if (complete && !probe.changed()) {
            unchanged(repo, Kind.ISSUES, Kind.PULLS);
            return;
        }
        part(repo, Kind.MILESTONES, () -> milestones(repo, name));
        pass(
                repo,
                Kind.PULLS,
                Optional.empty(),
                cursor -> github.pulls(name, cursor.pageCursor()),
                whole -> whole.pull().updatedAt(),
                RepoIngest::wholePulls);
        part(
                repo,
                Kind.ISSUES,
                () -> pass(
                        repo,
                        Kind.ISSUES,
                        underWay ? Optional.empty() : probe.etag(), // a pass that goes on saw no change since it began
                        cursor -> github.issues(name, cursor.pageCursor(), cursor.watermark()),
                        whole -> whole.issue().updatedAt(),
                        RepoIngest::wholeIssues));
    }

    /** Where issues are switched off there is no free question, but still pull requests. */
    private Probe probe(TrackedRepo repo, Optional<String> etag) {
        try {
            return github.changes(repo.githubId(), etag);
        } catch (GitHubRefused e) {
            if (e.status() == 410) {
                return new Probe(true, Optional.empty());
            }
            throw e;
        }
    }

    private void unchanged(TrackedRepo repo, Kind... kinds) {
        transactions.run(Caller.writer(), connection -> {
            for (Kind kind : kinds) {
                cursors.end(connection, key(repo, kind), Optional.empty(), Optional.empty(), Optional.empty(), 0);
            }
        });
    }

    private interface Writing<T> {
        void into(RepoIngest ingest, List<T> nodes) throws SQLException;
    }

    private <T> void pass(
            TrackedRepo repo,
            Kind kind,
            Optional<String> etag,
            Function<SyncCursor, Page<T>> question,
            Function<T, Instant> changedAt,
            Writing<T> writing) {
        boolean more = true;
        while (more) {
            requireGoing();
            SyncCursor cursor = cursor(repo, kind);
            Page<T> page = question.apply(cursor);
            Instant startedAt = cursor.passStartedAt().orElse(page.servedAt());
            boolean reached = cursor.watermark()
                    .map(mark -> page.nodes().stream()
                            .anyMatch(node -> changedAt.apply(node).isBefore(mark)))
                    .orElse(false);
            more = page.next().isPresent() && !reached;
            boolean last = !more;
            write(repo, ingest -> writing.into(ingest, page.nodes()), connection -> {
                if (last) {
                    cursors.end(
                            connection,
                            key(repo, kind),
                            Optional.of(startedAt.minus(OVERLAP)),
                            etag,
                            cursor.watermark().isEmpty() ? Optional.of(page.total()) : Optional.empty(),
                            page.requests());
                } else {
                    cursors.page(
                            connection,
                            key(repo, kind),
                            page.next().orElseThrow(),
                            startedAt,
                            page.nodes().size(),
                            page.total(),
                            page.requests());
                }
            });
        }
    }

    /** Brings the milestones up to date. */
    void milestones(TrackedRepo repo) {
        part(
                repo,
                Kind.MILESTONES,
                () -> milestones(repo, new Repository(repo.githubId(), repo.ownerLogin(), repo.name())));
    }

    private void milestones(TrackedRepo repo, Repository name) {
        var all = github.milestones(name);
        write(
                repo,
                ingest -> ingest.milestones(all),
                connection -> cursors.end(
                        connection,
                        key(repo, Kind.MILESTONES),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(all.size()),
                        1));
    }

    /** Newest first until a page holds nothing new and the numbers agree, as they do not after a rewritten branch. */
    private void commits(TrackedRepo repo, Repository name) {
        SyncCursor start = cursor(repo, Kind.COMMITS);
        boolean fromTheHead = start.pageCursor().isEmpty();
        boolean complete = start.firstLoadDone() && fromTheHead;
        Probe probe = pushes(repo, complete ? start.etag() : Optional.empty());
        if (complete && !probe.changed()) {
            unchanged(repo, Kind.COMMITS);
            return;
        }
        Set<String> seen = new TreeSet<>();
        Optional<String> next = start.pageCursor();
        boolean more = true;
        while (more) {
            requireGoing();
            Page<CommitPayload> page = github.commits(name, next);
            page.nodes().forEach(commit -> seen.add(commit.sha()));
            boolean enough = complete && isAllKnown(repo, page);
            more = page.next().isPresent() && !enough;
            boolean last = !more;
            boolean whole = fromTheHead && page.next().isEmpty();
            IngestWork work = ingest -> {
                ingest.branchCommits(page.nodes());
                if (whole) {
                    ingest.branchIs(seen);
                }
            };
            write(repo, work, connection -> {
                if (last) {
                    cursors.end(
                            connection,
                            key(repo, Kind.COMMITS),
                            Optional.empty(),
                            fromTheHead ? probe.etag() : Optional.empty(),
                            Optional.of(page.total()),
                            1);
                } else {
                    cursors.page(
                            connection,
                            key(repo, Kind.COMMITS),
                            page.next().orElseThrow(),
                            Instant.EPOCH,
                            page.nodes().size(),
                            page.total(),
                            1);
                }
            });
            next = page.next();
        }
    }

    private boolean isAllKnown(TrackedRepo repo, Page<CommitPayload> page) {
        List<String> shas = page.nodes().stream().map(CommitPayload::sha).toList();
        return transactions.call(
                Caller.writer(),
                connection -> commits.isKnown(connection, repo.organizationId(), repo.githubId(), shas)
                        && commits.count(connection, repo.organizationId(), repo.githubId()) == page.total());
    }

    /** A repository without a commit answers 409. */
    private Probe pushes(TrackedRepo repo, Optional<String> etag) {
        try {
            return github.pushes(repo.githubId(), etag);
        } catch (GitHubRefused e) {
            if (e.status() == 409) {
                return new Probe(true, Optional.empty());
            }
            throw e;
        }
    }

    /** Newest first until a page holds nothing new; then those that were not finished when last seen. */
    private void workflowRuns(TrackedRepo repo) {
        SyncCursor start = cursor(repo, Kind.RUNS);
        // a pass that was cut off stored its newest pages only: what is known there says nothing about the rest
        boolean toTheEnd = !start.firstLoadDone() || start.pageCursor().isPresent();
        Optional<String> next = start.pageCursor();
        RunPage first = github.runs(repo.githubId(), next, toTheEnd ? Optional.empty() : start.etag());
        if (!first.changed()) {
            unchanged(repo, Kind.RUNS);
            return;
        }
        RunPage page = first;
        Set<Long> seen = new TreeSet<>();
        boolean more = true;
        while (more) {
            requireGoing();
            List<RunPayload> nodes = page.page().nodes();
            nodes.forEach(run -> seen.add(run.id()));
            boolean known = !toTheEnd && allKnown(repo, nodes);
            Optional<String> following = page.page().next();
            more = following.isPresent() && !known;
            boolean last = !more;
            Optional<String> etag = next.isEmpty() ? first.etag() : Optional.empty();
            RunPage current = page;
            write(repo, ingest -> ingest.runs(nodes), connection -> {
                if (last) {
                    cursors.end(
                            connection,
                            key(repo, Kind.RUNS),
                            Optional.empty(),
                            etag,
                            Optional.of(current.page().total()),
                            1);
                } else {
                    cursors.page(
                            connection,
                            key(repo, Kind.RUNS),
                            following.orElseThrow(),
                            Instant.EPOCH,
                            nodes.size(),
                            current.page().total(),
                            1);
                }
            });
            if (more) {
                page = github.runs(repo.githubId(), following, Optional.empty());
            }
        }
        revisitUnfinished(repo, seen);
    }

    private void revisitUnfinished(TrackedRepo repo, Set<Long> seen) {
        List<Long> unfinished = transactions.call(
                Caller.writer(),
                connection -> runs.listUnfinished(connection, repo.organizationId(), repo.githubId(), MOST_UNFINISHED));
        List<RunPayload> again = unfinished.stream()
                .filter(id -> !seen.contains(id))
                .map(id -> github.run(repo.githubId(), id))
                .flatMap(Optional::stream)
                .toList();
        if (!again.isEmpty()) {
            write(repo, ingest -> ingest.runs(again), connection -> {});
        }
    }

    private boolean allKnown(TrackedRepo repo, List<RunPayload> page) {
        Map<Long, Version> stored = transactions.call(
                Caller.writer(),
                connection -> runs.versions(
                        connection,
                        repo.organizationId(),
                        page.stream().map(RunPayload::id).collect(Collectors.toSet())));
        return page.stream().allMatch(run -> {
            Version version = stored.get(run.id());
            return version != null
                    && version.attempt() == run.attempt()
                    && version.updatedAt().equals(run.updatedAt());
        });
    }

    private interface IngestWork {
        void with(RepoIngest ingest) throws SQLException;
    }

    private void write(TrackedRepo repo, IngestWork work, Transactions.Action cursor) {
        transactions.run(Caller.writer(), connection -> {
            RepoIngest ingest = RepoIngest.begin(connection, repo);
            work.with(ingest);
            Set<String> changed = new TreeSet<>(ingest.finish());
            changed.add("sync");
            cursor.on(connection);
            new ChangeNoticeStore().append(connection, repo.organizationId(), repo.githubId(), changed);
        });
        listener.changed();
    }

    private void tell(TrackedRepo repo, Set<String> kinds, Transactions.Action action) {
        transactions.run(Caller.writer(), (Connection connection) -> {
            action.on(connection);
            new ChangeNoticeStore().append(connection, repo.organizationId(), repo.githubId(), kinds);
        });
        listener.changed();
    }

    private SyncCursor cursor(TrackedRepo repo, Kind kind) {
        return transactions.call(Caller.writer(), connection -> cursors.get(connection, key(repo, kind)));
    }

    private void requireGoing() {
        if (stopping.getAsBoolean()) {
            throw new Interrupted();
        }
    }

    private static Key key(TrackedRepo repo, Kind kind) {
        return new Key(repo.organizationId(), repo.githubId(), kind);
    }
}
