package dev.pulsehub.core.ingest;

import dev.pulsehub.core.github.PayloadRejected;
import dev.pulsehub.core.github.Payloads.EventPayload;
import dev.pulsehub.core.github.Payloads.IssuePayload;
import dev.pulsehub.core.github.Payloads.PullPayload;
import dev.pulsehub.core.github.WebhookPayload;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.DatabaseFailed;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.issue.IssueStore.Version;
import dev.pulsehub.persistence.repo.RepoStore;
import dev.pulsehub.persistence.repo.TrackedRepo;
import dev.pulsehub.persistence.work.ChangeNoticeStore;
import dev.pulsehub.persistence.work.Delivery;
import dev.pulsehub.persistence.work.Delivery.Outcome;
import dev.pulsehub.persistence.work.DeliveryStore;
import dev.pulsehub.persistence.work.SyncJobStore;
import dev.pulsehub.persistence.work.SyncSubject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Works off the inbox, one repository's deliveries at a time and in their order. What a payload tells whole is applied
 * at once; what it does not tell, or tells in contradiction to what is stored, is fetched by a job.
 */
public final class DeliveryWorker {

    private static final int BATCH = 20;
    private static final Duration CLAIM = Duration.ofMinutes(2);
    private static final Map<String, String> EVENT_KINDS = Map.of(
            "ready_for_review", "ready_for_review", "converted_to_draft", "convert_to_draft", "reopened", "reopened");

    private final Transactions transactions;
    private final DeliveryStore deliveries;
    private final String worker;
    private final ChangeListener listener;
    private final SyncJobStore jobs = new SyncJobStore();
    private final RepoStore repos = new RepoStore();
    private final AccessNews accessNews = new AccessNews();
    private final ChangeNoticeStore notices = new ChangeNoticeStore();

    /** @param worker names this process's claims */
    public DeliveryWorker(Transactions transactions, DeliveryStore deliveries, String worker, ChangeListener listener) {
        this.transactions = transactions;
        this.deliveries = deliveries;
        this.worker = worker;
        this.listener = listener;
    }

    /** Works until nothing is waiting, or until asked to stop; gives the number of deliveries that ended. */
    public int workUntilIdle(BooleanSupplier stopping) {
        int done = 0;
        while (!stopping.getAsBoolean()) {
            List<Delivery> batch = transactions.call(
                    Caller.writer(), connection -> deliveries.claimOneRepo(connection, worker, BATCH, CLAIM));
            if (batch.isEmpty()) {
                return done;
            }
            for (Delivery delivery : batch) {
                work(delivery);
                done++;
            }
        }
        transactions.run(Caller.writer(), connection -> deliveries.release(connection, worker));
        return done;
    }

    private void work(Delivery delivery) {
        try {
            if (transactions.call(Caller.writer(), connection -> apply(connection, delivery))) {
                listener.changed();
            }
        } catch (PayloadRejected e) {
            transactions.run(
                    Caller.writer(),
                    connection -> deliveries.park(connection, delivery, String.valueOf(e.getMessage())));
        } catch (DatabaseFailed e) {
            transactions.run(
                    Caller.writer(),
                    connection -> deliveries.failed(connection, delivery, String.valueOf(e.getMessage())));
        }
    }

    /** Whether anything is different now. */
    private boolean apply(Connection connection, Delivery delivery) throws SQLException {
        WebhookPayload payload = WebhookPayload.parse(delivery.payload());
        List<TrackedRepo> tracked = repos.listTracked(connection, delivery.repoId());
        boolean changed = false;
        Outcome outcome = accessNews.apply(connection, delivery.event(), payload) ? Outcome.APPLIED : Outcome.IGNORED;
        for (TrackedRepo repo : tracked) {
            RepoIngest ingest = RepoIngest.begin(connection, repo);
            Outcome here = applyTo(connection, repo, ingest, delivery.event(), payload);
            outcome = here == Outcome.IGNORED ? outcome : here;
            Set<String> kinds = ingest.finish();
            if (!kinds.isEmpty()) {
                notices.append(connection, repo.organizationId(), repo.githubId(), kinds);
                changed = true;
            }
        }
        if (!deliveries.finish(connection, delivery, outcome)) {
            throw new SQLException("the claim on delivery " + delivery.id() + " was lost");
        }
        return changed;
    }

    private Outcome applyTo(
            Connection connection, TrackedRepo repo, RepoIngest ingest, String event, WebhookPayload payload)
            throws SQLException {
        return switch (event) {
            case "pull_request" -> pull(connection, repo, ingest, payload);
            case "pull_request_review" -> review(connection, repo, ingest, payload);
            case "issues" -> issue(connection, repo, ingest, payload);
            case "issue_comment" -> comment(connection, repo, ingest, payload);
            case "workflow_run" -> {
                ingest.runs(List.of(payload.run()));
                yield Outcome.APPLIED;
            }
            case "push" -> {
                if (!payload.isOnDefaultBranch()) {
                    yield Outcome.IGNORED;
                }
                fetch(connection, SyncSubject.commits(repo.organizationId(), repo.githubId()));
                yield Outcome.APPLIED;
            }
            case "deployment", "deployment_status", "release" -> {
                fetch(connection, SyncSubject.deployments(repo.organizationId(), repo.githubId()));
                yield Outcome.APPLIED;
            }
            case "pull_request_review_comment" -> {
                fetch(connection, SyncSubject.pull(repo.organizationId(), repo.githubId(), payload.pullNumber()));
                yield Outcome.APPLIED;
            }
            case "label", "milestone" -> {
                if (event.equals("label") && payload.action().equals("created")) {
                    yield Outcome.IGNORED; // nothing bears it yet
                }
                // it changed on everything that bears it, whose own moments of change stand still
                fetch(connection, SyncSubject.inventory(repo.organizationId(), repo.githubId()));
                yield Outcome.APPLIED;
            }
            case "repository" -> {
                jobs.schedule(connection, SyncSubject.account(repo.organizationId()), Duration.ZERO);
                yield Outcome.APPLIED;
            }
            default -> Outcome.IGNORED;
        };
    }

    private Outcome pull(Connection connection, TrackedRepo repo, RepoIngest ingest, WebhookPayload payload)
            throws SQLException {
        int number = payload.pullNumber();
        Optional<PullPayload> whole = payload.pull();
        Optional<Version> stored = ingest.storedPull(number);
        boolean detailsMissing = stored.isEmpty() || payload.action().equals("synchronize");
        if (whole.isEmpty()
                || detailsMissing
                || contradicts(stored, whole.get().updatedAt(), whole.get().state())) {
            fetch(connection, SyncSubject.pull(repo.organizationId(), repo.githubId(), number));
        }
        if (whole.isEmpty()) {
            return Outcome.APPLIED;
        }
        List<EventPayload> events = events(payload, whole.get());
        if (isOlder(stored, whole.get().updatedAt())) {
            if (!events.isEmpty()) {
                fetch(connection, SyncSubject.pull(repo.organizationId(), repo.githubId(), number));
            }
            return Outcome.SUPERSEDED;
        }
        ingest.pull(whole.get(), events);
        return Outcome.APPLIED;
    }

    /** The timeline events an action stands for, at the moment GitHub changed the pull request. */
    private static List<EventPayload> events(WebhookPayload payload, PullPayload pull) {
        if (payload.action().equals("closed")) {
            return Stream.concat(
                            pull.mergedAt().map(at -> event("merged", at, payload)).stream(),
                            pull.closedAt().map(at -> event("closed", at, payload)).stream())
                    .toList();
        }
        return Optional.ofNullable(EVENT_KINDS.get(payload.action()))
                .map(kind -> event(kind, pull.updatedAt(), payload))
                .stream()
                .toList();
    }

    private static EventPayload event(String kind, Instant at, WebhookPayload payload) {
        return new EventPayload(kind, at, payload.sender(), Optional.empty());
    }

    private Outcome review(Connection connection, TrackedRepo repo, RepoIngest ingest, WebhookPayload payload)
            throws SQLException {
        // the payload's pull request is abridged and its review without counts: both are fetched
        fetch(connection, SyncSubject.pull(repo.organizationId(), repo.githubId(), payload.pullNumber()));
        if (payload.review().isPresent()) {
            ingest.review(payload.pullNumber(), payload.review().get());
        }
        return Outcome.APPLIED;
    }

    private Outcome issue(Connection connection, TrackedRepo repo, RepoIngest ingest, WebhookPayload payload)
            throws SQLException {
        IssuePayload issue = payload.issue();
        if (payload.action().equals("deleted") || payload.action().equals("transferred")) {
            // deliveries about it may still be on their way: whoever comes late asks whether it is there
            ingest.forgetIssue(issue.number());
            return Outcome.APPLIED;
        }
        Optional<Version> stored = ingest.storedIssue(issue.number());
        if (stored.isEmpty() || contradicts(stored, issue.updatedAt(), issue.state())) {
            fetch(connection, SyncSubject.issue(repo.organizationId(), repo.githubId(), issue.number()));
        }
        List<EventPayload> events = switch (payload.action()) {
            case "closed" ->
                issue.closedAt().map(at -> event("closed", at, payload)).stream()
                        .toList();
            case "reopened" -> List.of(event("reopened", issue.updatedAt(), payload));
            default -> List.of();
        };
        if (isOlder(stored, issue.updatedAt())) {
            if (!events.isEmpty()) {
                fetch(connection, SyncSubject.issue(repo.organizationId(), repo.githubId(), issue.number()));
            }
            return Outcome.SUPERSEDED;
        }
        ingest.issue(issue, events);
        return Outcome.APPLIED;
    }

    private Outcome comment(Connection connection, TrackedRepo repo, RepoIngest ingest, WebhookPayload payload)
            throws SQLException {
        int number = payload.issueNumber();
        SyncSubject subject = payload.issueIsPull()
                ? SyncSubject.pull(repo.organizationId(), repo.githubId(), number)
                : SyncSubject.issue(repo.organizationId(), repo.githubId(), number);
        if (!payload.action().equals("created")) {
            fetch(connection, subject);
            return Outcome.APPLIED;
        }
        if (!payload.issueIsPull()
                && !isOlder(ingest.storedIssue(number), payload.issue().updatedAt())) {
            ingest.issue(payload.issue(), List.of());
        }
        ingest.comment(number, payload.comment());
        if (payload.issueIsPull()) {
            fetch(connection, subject); // the pull request's own moment of change is not in this payload
        }
        return Outcome.APPLIED;
    }

    private void fetch(Connection connection, SyncSubject subject) throws SQLException {
        jobs.schedule(connection, subject, Duration.ZERO);
    }

    private static boolean isOlder(Optional<Version> stored, Instant updatedAt) {
        return stored.map(version -> updatedAt.isBefore(version.updatedAt())).orElse(false);
    }

    /** GitHub stamps seconds: of two states in one second nobody can say which came last. A merge is final. */
    private static boolean contradicts(Optional<Version> stored, Instant updatedAt, String state) {
        return stored.filter(version -> updatedAt.equals(version.updatedAt()))
                .filter(version -> !version.state().equals(state))
                .filter(version -> !state.equals("MERGED"))
                .isPresent();
    }
}
