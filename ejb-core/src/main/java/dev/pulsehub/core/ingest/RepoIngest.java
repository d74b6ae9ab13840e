package dev.pulsehub.core.ingest;

import dev.pulsehub.core.github.Payloads.Actor;
import dev.pulsehub.core.github.Payloads.CommentPayload;
import dev.pulsehub.core.github.Payloads.CommitPayload;
import dev.pulsehub.core.github.Payloads.DeploymentPayload;
import dev.pulsehub.core.github.Payloads.EventPayload;
import dev.pulsehub.core.github.Payloads.IssuePayload;
import dev.pulsehub.core.github.Payloads.LabelPayload;
import dev.pulsehub.core.github.Payloads.MilestonePayload;
import dev.pulsehub.core.github.Payloads.PullPayload;
import dev.pulsehub.core.github.Payloads.ReleasePayload;
import dev.pulsehub.core.github.Payloads.ReviewPayload;
import dev.pulsehub.core.github.Payloads.RunPayload;
import dev.pulsehub.core.github.Payloads.WholeIssue;
import dev.pulsehub.core.github.Payloads.WholePull;
import dev.pulsehub.persistence.account.AccountStore;
import dev.pulsehub.persistence.account.StoredAccount;
import dev.pulsehub.persistence.deployment.DeploymentStore;
import dev.pulsehub.persistence.deployment.ReleaseStore;
import dev.pulsehub.persistence.issue.IssueStore;
import dev.pulsehub.persistence.issue.StoredComment;
import dev.pulsehub.persistence.issue.StoredEvent;
import dev.pulsehub.persistence.issue.TimelineStore;
import dev.pulsehub.persistence.pullrequest.BranchCommitStore;
import dev.pulsehub.persistence.pullrequest.PullRequestFactStore;
import dev.pulsehub.persistence.pullrequest.PullRequestStore;
import dev.pulsehub.persistence.repo.PlanningStore;
import dev.pulsehub.persistence.repo.RepoStore;
import dev.pulsehub.persistence.repo.StoredLabel;
import dev.pulsehub.persistence.repo.StoredMilestone;
import dev.pulsehub.persistence.repo.TrackedRepo;
import dev.pulsehub.persistence.rollup.RepoDayStore;
import dev.pulsehub.persistence.workflow.WorkflowRunStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One transaction's writing into one repository, as its only writer. Every method is idempotent: the same page or
 * delivery twice leaves the same rows. {@link #finish} recounts the days that were touched and must come last.
 */
public final class RepoIngest {

    private final Connection connection;
    private final TrackedRepo repo;
    private final Rows rows;
    private final Set<Instant> touched = new TreeSet<>();
    private final Set<String> kinds = new TreeSet<>();
    private final AccountStore accounts = new AccountStore();
    private final IssueStore issues = new IssueStore();
    private final TimelineStore timeline = new TimelineStore();
    private final PullRequestStore pulls = new PullRequestStore();
    private final PullRequestFactStore facts = new PullRequestFactStore();
    private final WorkflowRunStore runs = new WorkflowRunStore();
    private final PlanningStore planning = new PlanningStore();
    private final BranchCommitStore branch = new BranchCommitStore();
    private final DeploymentStore deployments = new DeploymentStore();
    private final ReleaseStore releases = new ReleaseStore();

    private RepoIngest(Connection connection, TrackedRepo repo) {
        this.connection = connection;
        this.repo = repo;
        this.rows = new Rows(repo);
    }

    /** Begins; waits until no other transaction writes into the repository. */
    public static RepoIngest begin(Connection connection, TrackedRepo repo) throws SQLException {
        new RepoStore().lock(connection, repo.organizationId(), repo.githubId());
        return new RepoIngest(connection, repo);
    }

    /** Writes whole issues and forgets whatever else was stored of those that are not older than what is stored. */
    public void wholeIssues(List<WholeIssue> page) throws SQLException {
        Collection<WholeIssue> known = once(page, whole -> whole.issue().id());
        Map<Integer, Instant> stored = byNumber(issues.versions(
                connection,
                repo.organizationId(),
                repo.githubId(),
                numbers(known, whole -> whole.issue().number())));
        List<WholeIssue> applied = known.stream()
                .filter(whole ->
                        !isOlder(stored, whole.issue().number(), whole.issue().updatedAt()))
                .toList();
        Set<Integer> numbers = numbers(applied, whole -> whole.issue().number());
        touch(issues.moments(connection, repo.organizationId(), repo.githubId(), numbers));
        write(
                applied.stream().flatMap(RepoIngest::people),
                applied.stream().map(WholeIssue::issue).map(IssuePayload::updatedAt));
        writeLabels(applied.stream().flatMap(whole -> whole.issue().labels().stream()));
        issues.freeNumbers(
                connection,
                repo.organizationId(),
                repo.githubId(),
                applied.stream()
                        .map(WholeIssue::issue)
                        .collect(Collectors.toMap(IssuePayload::number, IssuePayload::id)));
        issues.write(
                connection,
                applied.stream().map(WholeIssue::issue).map(rows::issue).toList());
        timeline.forget(connection, repo.organizationId(), repo.githubId(), numbers);
        writeTimeline(
                applied.stream()
                        .flatMap(whole -> whole.comments().stream()
                                .map(comment -> rows.comment(whole.issue().number(), comment))),
                applied.stream()
                        .flatMap(whole -> whole.events().stream()
                                .map(event -> rows.event(whole.issue().number(), event))));
        measureIssues(numbers);
    }

    /** Writes whole pull requests and forgets whatever else was stored of them. */
    public void wholePulls(List<WholePull> page) throws SQLException {
        Collection<WholePull> known = once(page, whole -> whole.pull().id());
        Map<Integer, Instant> stored = byNumber(pulls.versions(
                connection,
                repo.organizationId(),
                repo.githubId(),
                numbers(known, whole -> whole.pull().number())));
        List<WholePull> applied = known.stream()
                .filter(whole ->
                        !isOlder(stored, whole.pull().number(), whole.pull().updatedAt()))
                .toList();
        Set<Long> ids = applied.stream().map(whole -> whole.pull().id()).collect(Collectors.toCollection(TreeSet::new));
        touch(pulls.moments(connection, repo.organizationId(), ids));
        write(
                applied.stream().flatMap(RepoIngest::people),
                applied.stream().map(WholePull::pull).map(PullPayload::updatedAt));
        writeLabels(applied.stream().flatMap(whole -> whole.pull().labels().stream()));
        freePullNumbers(
                applied.stream().map(WholePull::pull).collect(Collectors.toMap(PullPayload::number, PullPayload::id)));
        pulls.write(
                connection,
                applied.stream().map(WholePull::pull).map(rows::pull).toList());
        pulls.replaceDetails(
                connection,
                repo.organizationId(),
                repo.githubId(),
                ids,
                applied.stream()
                        .flatMap(whole -> whole.reviews().stream()
                                .map(one -> rows.review(whole.pull().id(), one)))
                        .toList(),
                applied.stream()
                        .flatMap(whole -> whole.commits().stream()
                                .map(one -> rows.commit(whole.pull().id(), one)))
                        .toList());
        timeline.forget(
                connection,
                repo.organizationId(),
                repo.githubId(),
                numbers(applied, whole -> whole.pull().number()));
        writeTimeline(
                applied.stream()
                        .flatMap(whole -> whole.comments().stream()
                                .map(comment -> rows.comment(whole.pull().number(), comment))),
                applied.stream()
                        .flatMap(whole -> whole.events().stream()
                                .map(event -> rows.event(whole.pull().number(), event))));
        measurePulls(ids);
    }

    /** Writes commits of the default branch. */
    public void branchCommits(List<CommitPayload> page) throws SQLException {
        Collection<CommitPayload> known = once(page, CommitPayload::sha);
        write(
                known.stream().flatMap(commit -> commit.author().stream()),
                known.stream().map(CommitPayload::committedAt));
        branch.write(connection, known.stream().map(one -> rows.commit(0, one)).toList());
        kinds.add("commits");
    }

    /** The default branch holds these commits and no others. */
    public void branchIs(Collection<String> shas) throws SQLException {
        branch.leaveOnly(connection, repo.organizationId(), repo.githubId(), shas);
    }

    /** Writes an issue as a webhook shows it, leaving what hangs on it. */
    public void issue(IssuePayload issue, List<EventPayload> events) throws SQLException {
        touch(issues.moments(connection, repo.organizationId(), repo.githubId(), Set.of(issue.number())));
        write(Stream.concat(issue.author().stream(), actors(events)), Stream.of(issue.updatedAt()));
        writeLabels(issue.labels().stream());
        if (issues.freeNumbers(
                connection, repo.organizationId(), repo.githubId(), Map.of(issue.number(), issue.id()))) {
            timeline.forget(connection, repo.organizationId(), repo.githubId(), Set.of(issue.number()));
        }
        issues.write(connection, List.of(rows.issue(issue)));
        writeTimeline(Stream.empty(), events.stream().map(one -> rows.event(issue.number(), one)));
        measureIssues(Set.of(issue.number()));
    }

    /** Forgets an issue that is no longer in the repository, with all that hangs on it; nothing if it is unknown. */
    public void forgetIssue(int number) throws SQLException {
        Set<Integer> numbers = Set.of(number);
        touch(issues.moments(connection, repo.organizationId(), repo.githubId(), numbers));
        if (issues.forget(connection, repo.organizationId(), repo.githubId(), numbers) > 0) {
            timeline.forget(connection, repo.organizationId(), repo.githubId(), numbers);
            kinds.add("issues");
        }
    }

    /** Forgets a pull request that GitHub does not have any more, with all that hangs on it; nothing if unknown. */
    public void forgetPull(int number) throws SQLException {
        Optional<Long> id = pulls.findId(connection, repo.organizationId(), repo.githubId(), number);
        if (id.isPresent()) {
            touch(pulls.moments(connection, repo.organizationId(), Set.of(id.get())));
            pulls.forget(connection, repo.organizationId(), Set.of(id.get()));
            timeline.forget(connection, repo.organizationId(), repo.githubId(), Set.of(number));
            kinds.add("pulls");
        }
    }

    /** A number is another's now: what had it is not there any more. */
    private void freePullNumbers(Map<Integer, Long> holders) throws SQLException {
        Set<Long> gone = pulls.otherHolders(connection, repo.organizationId(), repo.githubId(), holders);
        if (!gone.isEmpty()) {
            touch(pulls.moments(connection, repo.organizationId(), gone));
            pulls.forget(connection, repo.organizationId(), gone);
        }
    }

    /** Writes a pull request as its own webhook shows it, leaving what hangs on it. */
    public void pull(PullPayload pull, List<EventPayload> events) throws SQLException {
        touch(pulls.moments(connection, repo.organizationId(), Set.of(pull.id())));
        write(
                Stream.of(pull.author().stream(), pull.mergedBy().stream(), actors(events))
                        .flatMap(Function.identity()),
                Stream.of(pull.updatedAt()));
        writeLabels(pull.labels().stream());
        freePullNumbers(Map.of(pull.number(), pull.id()));
        pulls.write(connection, List.of(rows.pull(pull)));
        writeTimeline(Stream.empty(), events.stream().map(one -> rows.event(pull.number(), one)));
        measurePulls(Set.of(pull.id()));
    }

    /** Adds a review; false when its pull request is not stored. */
    public boolean review(int pullNumber, ReviewPayload review) throws SQLException {
        Optional<Long> pullId = pulls.findId(connection, repo.organizationId(), repo.githubId(), pullNumber);
        if (pullId.isEmpty()) {
            return false;
        }
        touch(pulls.moments(connection, repo.organizationId(), Set.of(pullId.get())));
        write(review.author().stream(), Stream.of(review.submittedAt()));
        pulls.writeReviews(connection, List.of(rows.review(pullId.get(), review)));
        measurePulls(Set.of(pullId.get()));
        return true;
    }

    /** Adds a comment on an issue or a pull request. */
    public void comment(int number, CommentPayload comment) throws SQLException {
        write(comment.author().stream(), Stream.of(comment.createdAt()));
        timeline.addComments(connection, List.of(rows.comment(number, comment)));
        measureIssues(Set.of(number));
        Optional<Long> pullId = pulls.findId(connection, repo.organizationId(), repo.githubId(), number);
        if (pullId.isPresent()) {
            measurePulls(Set.of(pullId.get()));
        }
    }

    /** Writes runs; a later attempt wins, and completion is final within one. */
    public void runs(List<RunPayload> page) throws SQLException {
        Collection<RunPayload> known = once(page, RunPayload::id);
        Set<Long> ids = known.stream().map(RunPayload::id).collect(Collectors.toSet());
        touch(runs.moments(connection, repo.organizationId(), ids));
        write(
                known.stream().flatMap(run -> run.actor().stream()),
                known.stream().map(RunPayload::createdAt));
        runs.write(connection, known.stream().map(rows::run).toList());
        touch(runs.moments(connection, repo.organizationId(), ids));
        kinds.add("runs");
    }

    /** Forgets runs that are not there any more. */
    public void forgetRuns(Set<Long> ids) throws SQLException {
        touch(runs.moments(connection, repo.organizationId(), ids));
        runs.forget(connection, repo.organizationId(), ids);
        kinds.add("runs");
    }

    /** Writes deployments that are not older than what is stored. */
    public void deployments(List<DeploymentPayload> page) throws SQLException {
        Collection<DeploymentPayload> known = once(page, DeploymentPayload::id);
        write(
                known.stream().flatMap(one -> one.creator().stream()),
                known.stream().map(DeploymentPayload::createdAt));
        deployments.write(
                connection,
                known.stream().map(one -> Deployments.row(repo, one)).toList());
        kinds.add("deployments");
    }

    /** The repository has these deployments and no others. */
    public void deploymentsAre(Collection<Long> ids) throws SQLException {
        deployments.leaveOnly(connection, repo.organizationId(), repo.githubId(), ids);
    }

    /** The repository has these releases and no others. */
    public void releases(List<ReleasePayload> all) throws SQLException {
        releases.replace(
                connection,
                repo.organizationId(),
                repo.githubId(),
                once(all, ReleasePayload::id).stream()
                        .map(one -> Deployments.row(repo, one))
                        .toList());
        kinds.add("releases");
    }

    /** The repository has these milestones and no others. */
    public void milestones(List<MilestonePayload> all) throws SQLException {
        planning.leaveMilestones(
                connection,
                repo.organizationId(),
                repo.githubId(),
                all.stream().map(MilestonePayload::number).collect(Collectors.toSet()));
        planning.writeMilestones(
                connection,
                all.stream()
                        .map(one -> new StoredMilestone(
                                repo.organizationId(),
                                repo.githubId(),
                                one.number(),
                                one.title(),
                                one.state(),
                                one.dueAt().orElse(null),
                                one.createdAt(),
                                one.updatedAt(),
                                one.closedAt().orElse(null),
                                one.url()))
                        .toList());
    }

    /** What is stored of an issue. */
    public Optional<IssueStore.Version> storedIssue(int number) throws SQLException {
        return issues.versions(connection, repo.organizationId(), repo.githubId(), Set.of(number)).stream()
                .findFirst();
    }

    /** What is stored of a pull request. */
    public Optional<IssueStore.Version> storedPull(int number) throws SQLException {
        return pulls.versions(connection, repo.organizationId(), repo.githubId(), Set.of(number)).stream()
                .findFirst();
    }

    /** Recounts the days that anything moved from or to, in their order, and says which cards changed. */
    public Set<String> finish() throws SQLException {
        Set<LocalDate> days = touched.stream()
                .map(moment -> LocalDate.ofInstant(moment, repo.zone()))
                .collect(Collectors.toCollection(TreeSet::new));
        new RepoDayStore().recount(connection, repo.organizationId(), repo.githubId(), repo.zone(), days);
        return Set.copyOf(kinds);
    }

    private void measureIssues(Set<Integer> numbers) throws SQLException {
        issues.measureFirstResponses(connection, repo.organizationId(), repo.githubId(), numbers);
        touch(issues.moments(connection, repo.organizationId(), repo.githubId(), numbers));
        kinds.add("issues");
    }

    private void measurePulls(Set<Long> ids) throws SQLException {
        facts.write(
                connection,
                facts.histories(connection, repo.organizationId(), ids).stream()
                        .map(stored -> Facts.measured(repo, stored))
                        .toList());
        touch(pulls.moments(connection, repo.organizationId(), ids));
        kinds.add("pulls");
    }

    private void touch(Set<Instant> moments) {
        touched.addAll(moments);
    }

    /** Accounts, each once, seen at the newest of the moments. */
    private void write(Stream<Actor> people, Stream<Instant> moments) throws SQLException {
        Instant seenAt = moments.max(Instant::compareTo).orElse(Instant.EPOCH);
        Map<Long, StoredAccount> byId = new HashMap<>();
        people.forEach(actor -> byId.merge(actor.id(), rows.account(actor, seenAt), RepoIngest::named));
        accounts.write(connection, byId.values());
    }

    /** Of two sights of one account the bot's, else the one that knows a name. */
    private static StoredAccount named(StoredAccount one, StoredAccount other) {
        if (one.isBot() != other.isBot()) {
            return one.isBot() ? one : other;
        }
        return one.name() == null ? other : one;
    }

    private void writeLabels(Stream<LabelPayload> labels) throws SQLException {
        planning.writeLabels(connection, once(labels.map(rows::label).toList(), StoredLabel::name));
    }

    private void writeTimeline(Stream<StoredComment> comments, Stream<StoredEvent> events) throws SQLException {
        timeline.addComments(connection, once(comments.toList(), StoredComment::githubId));
        timeline.addEvents(
                connection, once(events.toList(), event -> List.of(event.number(), event.kind(), event.occurredAt())));
    }

    private static Stream<Actor> people(WholeIssue whole) {
        return Stream.of(
                        whole.issue().author().stream(),
                        whole.comments().stream().flatMap(comment -> comment.author().stream()),
                        whole.events().stream().flatMap(event -> event.actor().stream()))
                .flatMap(Function.identity());
    }

    private static Stream<Actor> people(WholePull whole) {
        return Stream.of(
                        whole.pull().author().stream(),
                        whole.pull().mergedBy().stream(),
                        whole.comments().stream().flatMap(comment -> comment.author().stream()),
                        whole.reviews().stream().flatMap(review -> review.author().stream()),
                        whole.commits().stream().flatMap(commit -> commit.author().stream()),
                        whole.events().stream().flatMap(event -> event.actor().stream()))
                .flatMap(Function.identity());
    }

    private static Stream<Actor> actors(List<EventPayload> events) {
        return events.stream().flatMap(one -> one.actor().stream());
    }

    private static Map<Integer, Instant> byNumber(List<IssueStore.Version> versions) {
        return versions.stream().collect(Collectors.toMap(IssueStore.Version::number, IssueStore.Version::updatedAt));
    }

    /** A page read before a webhook came must not take back what the webhook said. */
    private static boolean isOlder(Map<Integer, Instant> stored, int number, Instant updatedAt) {
        return updatedAt.isBefore(stored.getOrDefault(number, Instant.MIN));
    }

    private static <T> Set<Integer> numbers(Collection<T> all, Function<T, Integer> number) {
        return all.stream().map(number).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each key once; the later one stays. */
    private static <T> Collection<T> once(Collection<T> all, Function<T, Object> key) {
        Map<Object, T> byKey = new LinkedHashMap<>();
        all.forEach(one -> byKey.put(key.apply(one), one));
        return byKey.values();
    }
}
