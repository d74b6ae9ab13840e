package dev.pulsehub.core.organization;

import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.organization.OrganizationStore;
import dev.pulsehub.persistence.work.SyncJobStore;
import dev.pulsehub.persistence.work.SyncSubject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * The accounts that whoever runs Pulse-Hub names: each is an organization of its own, and its people are those GitHub
 * says belong to it.
 */
public final class NamedAccounts {

    private final Transactions transactions;
    private final OrganizationStore organizations = new OrganizationStore();

    public NamedAccounts(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Sees to it that there is an organization for each of these GitHub logins, and that it is synchronised.
     * Idempotent.
     */
    public void connect(List<String> logins) {
        if (logins.isEmpty()) {
            return;
        }
        transactions.run(Caller.writer(), connection -> {
            for (String login : logins) {
                long organization = organizations.ensure(connection, slug(login), login);
                organizations.addSourceAccount(connection, organization, login);
                new SyncJobStore().schedule(connection, SyncSubject.account(organization), Duration.ZERO);
            }
        });
    }

    static String slug(String login) {
        return login.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]", "-").replaceAll("^-+", "");
    }
}
