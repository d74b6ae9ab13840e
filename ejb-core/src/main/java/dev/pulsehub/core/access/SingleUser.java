package dev.pulsehub.core.access;

import dev.pulsehub.core.github.GitHubRefused;
import dev.pulsehub.core.github.GitHubUnavailable;
import dev.pulsehub.core.github.PeoplesGitHub;
import dev.pulsehub.core.github.PersonalView;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.organization.PersonStore;
import java.util.Optional;
import java.util.OptionalLong;

/** In single-user mode: the person whose own token {@code GITHUB_TOKEN} is. Outside it nobody. Thread-safe. */
public final class SingleUser {

    private final Transactions transactions;
    private final PeoplesGitHub github;
    private final Optional<String> token;
    private volatile OptionalLong ownersGitHubId = OptionalLong.empty();

    /** @param token the one token of the single-user mode; empty outside it */
    public SingleUser(Transactions transactions, PeoplesGitHub github, Optional<String> token) {
        this.transactions = transactions;
        this.github = github;
        this.token = token;
    }

    /** The token, if it is this person's own. */
    public Optional<String> tokenOf(long personId) {
        return token.filter(one -> isOwner(one, personId));
    }

    private boolean isOwner(String one, long personId) {
        if (ownersGitHubId.isEmpty()) {
            try {
                ownersGitHubId =
                        OptionalLong.of(new PersonalView(github.as(one)).self().id());
            } catch (GitHubRefused | GitHubUnavailable e) {
                return false; // whose it is will be known when GitHub answers
            }
        }
        long owner = ownersGitHubId.getAsLong();
        return transactions
                .call(Caller.writer(), connection -> new PersonStore().findByGitHubId(connection, owner))
                .filter(person -> person.id() == personId)
                .isPresent();
    }
}
