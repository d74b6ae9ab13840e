package dev.pulsehub.core.sync;

import dev.pulsehub.core.github.GitHub;
import dev.pulsehub.core.github.GitHub.Page;
import dev.pulsehub.core.github.GitHubRefused;
import dev.pulsehub.core.github.Payloads.RepoPayload;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.grant.GrantStore;
import dev.pulsehub.persistence.organization.OrganizationStore;
import dev.pulsehub.persistence.organization.SourceAccount;
import dev.pulsehub.persistence.repo.RepoStore;
import dev.pulsehub.persistence.repo.StoredRepo;
import dev.pulsehub.persistence.work.SyncJobStore;
import dev.pulsehub.persistence.work.SyncSubject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Lists the repositories of an organization's GitHub accounts and sees to it that each is synchronised. */
final class AccountPass {

    private final Transactions transactions;
    private final GitHub github;
    private final Clock clock;
    private final OptionalLong tokenOwner;
    private final RepoStore repos = new RepoStore();
    private final SyncJobStore jobs = new SyncJobStore();
    private final GrantStore grants = new GrantStore();
    private final OrganizationStore organizations = new OrganizationStore();

    /** @param tokenOwner the person whose own token asks, who may see all it lists; empty unless in single-user mode */
    AccountPass(Transactions transactions, GitHub github, Clock clock, OptionalLong tokenOwner) {
        this.transactions = transactions;
        this.github = github;
        this.clock = clock;
        this.tokenOwner = tokenOwner;
    }

    void run(long organizationId) {
        List<SourceAccount> sources = transactions.call(
                Caller.writer(), connection -> organizations.listSourceAccounts(connection, organizationId));
        Optional<GitHubRefused> refused = Optional.empty();
        for (SourceAccount source : sources) {
            try {
                account(organizationId, source.login());
            } catch (GitHubRefused e) {
                refused = Optional.of(e); // the other accounts have nothing to do with it
            }
        }
        if (refused.isPresent()) {
            throw refused.get();
        }
    }

    private void account(long organizationId, String login) {
        List<RepoPayload> listed = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Page<RepoPayload> page = github.repos(login, after);
            listed.addAll(page.nodes());
            after = page.next();
        } while (after.isPresent());
        if (listed.isEmpty()) {
            throw new GitHubRefused(
                    404,
                    "GitHub shows no repository of " + login
                            + ": check the name in GITHUB_ORG, and that the token may see its repositories.");
        }
        List<Long> ids = listed.stream().map(RepoPayload::id).toList();
        transactions.run(Caller.writer(), connection -> {
            long before = repos.count(connection, organizationId);
            repos.write(
                    connection,
                    listed.stream().map(repo -> row(organizationId, repo)).toList());
            if (repos.count(connection, organizationId) > before) {
                grants.checkMembers(connection, organizationId); // those who may see a new one see it soon
            }
            repos.markGone(connection, organizationId, login, ids, clock.instant());
            if (tokenOwner.isPresent()) {
                repos.grant(connection, organizationId, tokenOwner.getAsLong(), ids);
            }
            for (Long id : ids) {
                jobs.schedule(connection, SyncSubject.repo(organizationId, id), Duration.ZERO);
            }
        });
    }

    private static StoredRepo row(long organizationId, RepoPayload repo) {
        return new StoredRepo(
                organizationId,
                repo.id(),
                repo.ownerLogin(),
                repo.name(),
                repo.description().orElse(null),
                repo.isPrivate(),
                repo.isArchived(),
                repo.isFork(),
                repo.defaultBranch().orElse(null),
                repo.language().orElse(null),
                repo.starCount(),
                repo.forkCount(),
                repo.url(),
                repo.createdAt(),
                repo.updatedAt(),
                repo.pushedAt().orElse(null));
    }
}
