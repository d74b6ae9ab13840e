package dev.pulsehub.simulator.signin;

import dev.pulsehub.simulator.world.Account;

/**
 * What a token opens.
 *
 * @param scopes as {@code X-OAuth-Scopes} prints them: with commas
 * @param clientId the OAuth app it was given to; empty for a personal token
 */
public record Access(Account account, String scopes, String clientId) {

    /** A classic personal token with the scopes a synchronisation needs. */
    public static Access personal(Account account) {
        return new Access(account, "read:org, read:project, repo, workflow", "");
    }

    /** Whether both were given by one person to one app. */
    boolean isLike(Access other) {
        return account.equals(other.account) && clientId.equals(other.clientId);
    }
}
