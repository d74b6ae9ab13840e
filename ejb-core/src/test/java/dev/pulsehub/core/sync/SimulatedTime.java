package dev.pulsehub.core.sync;

import dev.pulsehub.core.github.GitHub;
import dev.pulsehub.core.github.Payloads.Actor;
import dev.pulsehub.core.github.Payloads.CommitPayload;
import dev.pulsehub.core.github.Payloads.DeploymentPayload;
import dev.pulsehub.core.github.Payloads.InventoryPayload;
import dev.pulsehub.core.github.Payloads.MilestonePayload;
import dev.pulsehub.core.github.Payloads.ReleasePayload;
import dev.pulsehub.core.github.Payloads.RepoPayload;
import dev.pulsehub.core.github.Payloads.RunPayload;
import dev.pulsehub.core.github.Payloads.WholeIssue;
import dev.pulsehub.core.github.Payloads.WholePull;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The JDK's HTTP server stamps every answer with the machine's time; pages must say the simulator's. */
record SimulatedTime(GitHub github, InstantSource time) implements GitHub {

    @Override
    public Page<WholeIssue> issues(Repository repository, Optional<String> after, Optional<Instant> since) {
        Instant now = time.instant();
        return servedAt(now, github.issues(repository, after, since));
    }

    @Override
    public Page<WholePull> pulls(Repository repository, Optional<String> after) {
        Instant now = time.instant();
        return servedAt(now, github.pulls(repository, after));
    }

    private static <T> Page<T> servedAt(Instant now, Page<T> page) {
        return new Page<>(page.nodes(), page.total(), page.next(), now, page.requests());
    }

    @Override
    public Actor viewer() {
        return github.viewer();
    }

    @Override
    public Page<RepoPayload> repos(String owner, Optional<String> after) {
        return github.repos(owner, after);
    }

    @Override
    public Optional<WholeIssue> issue(Repository repository, int number) {
        return github.issue(repository, number);
    }

    @Override
    public Optional<WholePull> pull(Repository repository, int number) {
        return github.pull(repository, number);
    }

    @Override
    public List<MilestonePayload> milestones(Repository repository) {
        return github.milestones(repository);
    }

    @Override
    public Page<CommitPayload> commits(Repository repository, Optional<String> after) {
        return github.commits(repository, after);
    }

    @Override
    public Page<DeploymentPayload> deployments(Repository repository, Optional<String> after) {
        return github.deployments(repository, after);
    }

    @Override
    public Page<ReleasePayload> releases(Repository repository, Optional<String> after) {
        return github.releases(repository, after);
    }

    @Override
    public Map<String, Long> totals(Repository repository) {
        return github.totals(repository);
    }

    @Override
    public Page<InventoryPayload> issueInventory(Repository repository, Optional<String> after) {
        return github.issueInventory(repository, after);
    }

    @Override
    public Page<InventoryPayload> pullInventory(Repository repository, Optional<String> after) {
        return github.pullInventory(repository, after);
    }

    @Override
    public Probe deployed(long repoId, Optional<String> etag) {
        return github.deployed(repoId, etag);
    }

    @Override
    public Probe released(long repoId, Optional<String> etag) {
        return github.released(repoId, etag);
    }

    @Override
    public Probe pushes(long repoId, Optional<String> etag) {
        return github.pushes(repoId, etag);
    }

    @Override
    public Probe changes(long repoId, Optional<String> etag) {
        return github.changes(repoId, etag);
    }

    @Override
    public RunPage runs(long repoId, Optional<String> next, Optional<String> etag) {
        return github.runs(repoId, next, etag);
    }

    @Override
    public Optional<RunPayload> run(long repoId, long runId) {
        return github.run(repoId, runId);
    }
}
