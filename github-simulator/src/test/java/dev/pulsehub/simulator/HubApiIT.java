package dev.pulsehub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Deployment;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Label;
import dev.pulsehub.simulator.world.Milestone;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Release;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Run;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kohsuke.github.GHDeployment;
import org.kohsuke.github.GHIssue;
import org.kohsuke.github.GHIssueState;
import org.kohsuke.github.GHLabel;
import org.kohsuke.github.GHMilestone;
import org.kohsuke.github.GHOrganization;
import org.kohsuke.github.GHPullRequest;
import org.kohsuke.github.GHRelease;
import org.kohsuke.github.GHRepository;
import org.kohsuke.github.GHTeam;
import org.kohsuke.github.GHUser;
import org.kohsuke.github.GHWorkflowRun;
import org.kohsuke.github.GitHub;
import org.kohsuke.github.GitHubBuilder;

/** The Java client of others walks a repository and an organization to their ends. */
class HubApiIT {

    private static Simulator simulator;
    private static Repo repo;
    private static GHRepository seen;
    private static GitHub github;

    @BeforeAll
    static void connect() throws Exception {
        simulator = Eventful.start();
        repo = simulator.world().repo("acme", "storefront").orElseThrow();
        github = new GitHubBuilder()
                .withEndpoint(simulator.url())
                .withOAuthToken(simulator.token())
                .build();
        seen = github.getRepository("acme/storefront");
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void the_token_is_somebodys() throws Exception {
        assertThat(github.getMyself().getLogin()).isEqualTo(simulator.owner().login());
        assertThat(github.getRateLimit().getCore().getLimit()).isEqualTo(5000);
        assertThat(github.isCredentialValid()).isTrue();
    }

    @Test
    void issues_are_walked_with_comments_labels_and_events() throws Exception {
        int walked = 0;
        for (GHIssue issue :
                seen.queryIssues().state(GHIssueState.ALL).pageSize(50).list()) {
            Item item = repo.item(issue.getNumber()).orElseThrow();
            assertThat(issue.isPullRequest()).isEqualTo(item instanceof Pull);
            assertThat(issue.getTitle()).isEqualTo(item.title());
            assertThat(issue.getState() == GHIssueState.OPEN).isEqualTo(item.isOpen());
            assertThat(issue.getLabels())
                    .extracting(GHLabel::getName)
                    .containsExactlyElementsOf(
                            item.labels().stream().map(Label::name).toList());
            assertThat(issue.getCommentsCount()).isEqualTo(item.comments().size());
            if (item instanceof Issue && issue.getCommentsCount() > 0) {
                assertThat(issue.listComments().toList())
                        .hasSize(item.comments().size());
            }
            walked++;
        }
        assertThat(walked).isEqualTo(repo.items().size());
    }

    @Test
    void pull_requests_are_walked_with_reviews_comments_commits_and_files() throws Exception {
        int walked = 0;
        for (GHPullRequest one :
                seen.queryPullRequests().state(GHIssueState.ALL).list()) {
            Pull pull = repo.pull(one.getNumber()).orElseThrow();
            assertThat(one.getId()).isEqualTo(pull.id());
            assertThat(moment(one.getMergedAt())).isEqualTo(pull.mergedAt().map(Date::from));
            assertThat(one.isMerged()).isEqualTo(pull.mergedAt().isPresent());
            assertThat(one.getAdditions()).isEqualTo(pull.additions());
            assertThat(one.getHead().getSha()).isEqualTo(pull.headSha());
            assertThat(one.listReviews().toList()).hasSize(pull.reviews().size());
            assertThat(one.listReviewComments().toList())
                    .hasSize(pull.reviewComments().size());
            assertThat(one.listCommits().toList()).hasSize(pull.commits().size());
            assertThat(one.listFiles().toList()).hasSize(pull.changedFiles());
            walked++;
        }
        assertThat(walked).isEqualTo((int) repo.pulls().count());
    }

    private static Optional<Date> moment(@org.jspecify.annotations.Nullable Date date) {
        return Optional.ofNullable(date);
    }

    @Test
    void runs_are_walked_with_their_jobs() throws Exception {
        int walked = 0;
        for (GHWorkflowRun one : seen.queryWorkflowRuns().list()) {
            Run run = repo.run(one.getId()).orElseThrow();
            assertThat(one.getRunAttempt()).isEqualTo(run.attempt());
            assertThat(one.getStatus().toString().toLowerCase(Locale.ROOT)).isEqualTo(run.status());
            assertThat(one.listJobs().toList()).hasSize((int) run.jobs().stream()
                    .filter(job -> job.attempt() == run.attempt())
                    .count());
            walked++;
        }
        assertThat(walked).isEqualTo(repo.runs().size());
    }

    @Test
    void everything_else_of_a_repository_is_listed() throws Exception {
        assertThat(seen.listLabels().toList())
                .extracting(GHLabel::getName)
                .containsExactlyInAnyOrderElementsOf(
                        repo.labels().stream().map(Label::name).toList());
        assertThat(seen.listMilestones(GHIssueState.ALL).toList())
                .extracting(GHMilestone::getTitle)
                .containsExactlyInAnyOrderElementsOf(
                        repo.milestones().stream().map(Milestone::title).toList());
        assertThat(seen.listReleases().toList())
                .extracting(GHRelease::getTagName)
                .containsExactlyInAnyOrderElementsOf(
                        repo.releases().stream().map(Release::tag).toList());
        assertThat(seen.listDeployments(null, null, null, null).toList())
                .extracting(GHDeployment::getId)
                .containsExactlyInAnyOrderElementsOf(
                        repo.deployments().stream().map(Deployment::id).toList());
        assertThat(seen.getBranches().keySet())
                .containsExactlyInAnyOrderElementsOf(repo.branches().keySet());
        assertThat(seen.listTags().toList()).hasSize(repo.tags().size());
        assertThat(seen.listCommits().toList()).hasSize(repo.commits().size());
        assertThat(seen.listIssueEvents().toList()).isNotEmpty();
        assertThat(seen.listCollaborators().toList()).isNotEmpty();
        assertThat(seen.listContributors().toList()).isNotEmpty();
        assertThat(seen.listStargazers2().toList()).hasSize(repo.stars().size());
    }

    @Test
    void an_organization_shows_its_people_teams_and_repositories() throws Exception {
        GHOrganization acme = github.getOrganization("acme");
        Account account = simulator.world().account("acme").orElseThrow();

        assertThat(acme.listMembers().toList())
                .extracting(GHUser::getLogin)
                .containsExactlyInAnyOrderElementsOf(simulator.world().permissions().membersOf(account).stream()
                        .map(Account::login)
                        .toList());
        assertThat(acme.listTeams().toList()).extracting(GHTeam::getSlug).contains("core", "core-web");
        assertThat(acme.listRepositories().toList())
                .extracting(GHRepository::getName)
                .containsExactlyInAnyOrderElementsOf(simulator.world().repos().stream()
                        .filter(one -> one.owner().equals(account))
                        .map(Repo::name)
                        .toList());
    }
}
