package dev.pulsehub.core.organization;

import dev.pulsehub.core.github.GitHub;
import dev.pulsehub.core.github.Payloads.Actor;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.organization.Membership;
import dev.pulsehub.persistence.organization.MembershipStore;
import dev.pulsehub.persistence.organization.OrganizationStore;
import dev.pulsehub.persistence.organization.Person;
import dev.pulsehub.persistence.organization.PersonStore;
import dev.pulsehub.persistence.work.SyncJobStore;
import dev.pulsehub.persistence.work.SyncSubject;
import java.time.Duration;
import java.util.List;

/** The single-user mode's tenant: the token's own user owns one organization that holds the named accounts. */
public final class SingleUserSetup {

    private final Transactions transactions;
    private final GitHub github;
    private final List<String> accounts;

    /** @param accounts GitHub logins whose repositories are synchronised; at least one */
    public SingleUserSetup(Transactions transactions, GitHub github, List<String> accounts) {
        if (accounts.isEmpty()) {
            throw new IllegalArgumentException("GITHUB_ORG names no account");
        }
        this.transactions = transactions;
        this.github = github;
        this.accounts = List.copyOf(accounts);
    }

    /** Who was set up, and for which organization. */
    public record SetUp(Person person, long organizationId) {}

    /** Asks GitHub whose the token is and stores what follows from it. Idempotent. */
    public SetUp establish() {
        Actor viewer = github.viewer();
        return transactions.call(Caller.writer(), connection -> {
            OrganizationStore organizations = new OrganizationStore();
            Person person = new PersonStore()
                    .signIn(
                            connection,
                            viewer.id(),
                            viewer.login(),
                            viewer.name().orElse(null),
                            viewer.avatarUrl().orElse(null));
            long organization =
                    organizations.ensure(connection, NamedAccounts.slug(accounts.getFirst()), accounts.getFirst());
            for (String account : accounts) {
                organizations.addSourceAccount(connection, organization, account);
            }
            new MembershipStore().join(connection, organization, person.id(), Membership.Role.OWNER);
            new SyncJobStore().schedule(connection, SyncSubject.account(organization), Duration.ZERO);
            return new SetUp(person, organization);
        });
    }
}
