package dev.pulsehub.core.github;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What Pulse-Hub asks of GitHub, with one token.
 *
 * <p>Every question may end with {@link GitHubUnavailable} (ask again later, nothing was lost) or {@link GitHubRefused}
 * (a person must act).
 */
public interface GitHub {

    /** Whose token asks. */
    Actor viewer();

    /** The account's own repositories, oldest first; empty page when there is no such account. */
    Page<RepoPayload> repos(String owner, Optional<String> after);

    /** Issues, latest change first. */
    Page<WholeIssue> issues(Repository repository, Optional<String> after, Optional<Instant> since);

    /** Pull requests, latest change first. */
    Page<WholePull> pulls(Repository repository, Optional<String> after);

    /** One issue; empty when GitHub does not show it. */
    Optional<WholeIssue> issue(Repository repository, int number);

    /** One pull request; empty when GitHub does not show it. */
    Optional<WholePull> pull(Repository repository, int number);

    List<MilestonePayload> milestones(Repository repository);

    /** Commits of the default branch, newest first; empty page while there is no branch. */
    Page<CommitPayload> commits(Repository repository, Optional<String> after);

    /** Asks whether the default branch moved since the answer that carried this mark; costs nothing if not. */
    Probe pushes(long repoId, Optional<String> etag);

    /** Asks whether any issue or pull request changed since the answer that carried this mark; costs nothing if not. */
    Probe changes(long repoId, Optional<String> etag);

    /** Deployments, newest first. */
    Page<DeploymentPayload> deployments(Repository repository, Optional<String> after);

    /** Releases, newest first; drafts where the token may see them. */
    Page<ReleasePayload> releases(Repository repository, Optional<String> after);

    /**
     * How many there are of each kind, by the names of cursors: issues, pulls, milestones, deployments, releases, runs.
     */
    Map<String, Long> totals(Repository repository);

    /** All issues, oldest first, without what hangs on them. */
    Page<InventoryPayload> issueInventory(Repository repository, Optional<String> after);

    /** All pull requests, oldest first, without what hangs on them. */
    Page<InventoryPayload> pullInventory(Repository repository, Optional<String> after);

    /** Asks whether any of the newest deployments changed since the answer with this mark; costs nothing if not. */
    Probe deployed(long repoId, Optional<String> etag);

    /** Asks whether any of the newest releases changed since the answer with this mark; costs nothing if not. */
    Probe released(long repoId, Optional<String> etag);

    /** Workflow runs, newest first; {@code next} continues where a page said so. */
    RunPage runs(long repoId, Optional<String> next, Optional<String> etag);

    /** One workflow run; empty when GitHub does not show it. */
    Optional<RunPayload> run(long repoId, long runId);

    /**
     * A repository by name. Names move and are taken by others: an answer about another id is refused.
     *
     * @param id GitHub's id of the repository that is meant
     */
    record Repository(long id, String owner, String name) {
        @Override
        public String toString() {
            return owner + "/" + name;
        }
    }

    /**
     * One page.
     *
     * @param total how many there are in all
     * @param next where the following page begins; empty on the last one
     * @param servedAt GitHub's clock
     * @param requests what the page cost
     */
    record Page<T>(List<T> nodes, int total, Optional<String> next, Instant servedAt, int requests) {
        public Page {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * An answer to a conditional question.
     *
     * @param changed false when GitHub said 304
     * @param etag mark for the next time
     */
    record Probe(boolean changed, Optional<String> etag) {}

    /** One page of runs, or the word that nothing changed. */
    record RunPage(boolean changed, Optional<String> etag, Page<RunPayload> page) {}
}
