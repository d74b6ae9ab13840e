package dev.pulsehub.simulator.signin;

import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Permissions.Right;
import dev.pulsehub.simulator.world.Repo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a token opens, and as whom.
 *
 * @param account who acts; an app's bot for its installations, nobody in particular without a token
 * @param scopes as {@code X-OAuth-Scopes} prints them: with commas; empty for what has none
 * @param clientId the app it was given to; empty for a personal token
 * @param until when it ends; empty for what ends only when it is taken back
 */
public record Access(Kind kind, Account account, String scopes, String clientId, Reach reach, Optional<Instant> until) {

    private static final Account NOBODY = new Account(0, "", "User", Optional.empty());

    /** Whose credential it is. */
    public enum Kind {
        ANONYMOUS,
        PERSONAL,
        OAUTH_APP,
        /** A person's token for a GitHub App, {@code ghu_}. */
        USER_OF_APP,
        /** A GitHub App's for one of its installations, {@code ghs_}. */
        INSTALLATION,
        /** A GitHub App itself, by its signed assertion. */
        APP
    }

    /** A classic personal token with the scopes a synchronisation needs. */
    public static Access personal(Account account) {
        return personal(account, "read:org, read:project, repo, user:email, workflow");
    }

    public static Access personal(Account account, String scopes) {
        return new Access(Kind.PERSONAL, account, scopes, "", Reach.Scoped.of(scopes), Optional.empty());
    }

    /** Without a token: what is public. */
    public static Access anonymous() {
        return new Access(Kind.ANONYMOUS, NOBODY, "", "", new Reach.Public(), Optional.empty());
    }

    /** A GitHub App that showed who it is. */
    public static Access ofApp(GitHubApp app) {
        return new Access(Kind.APP, app.bot(), "", app.clientId(), new Reach.OfApp(app), Optional.empty());
    }

    static Access ofOAuthApp(Account account, String scopes, String clientId) {
        return new Access(Kind.OAUTH_APP, account, scopes, clientId, Reach.Scoped.of(scopes), Optional.empty());
    }

    /** What it lets do with a repository, given what the account may do; empty hides it. */
    public Optional<Right> within(Repo repo, Optional<Right> held) {
        return reach.right(repo, held);
    }

    /** Whether scopes say what it may do; only such tokens are told their scopes. */
    public boolean isScoped() {
        return kind == Kind.PERSONAL || kind == Kind.OAUTH_APP;
    }

    /** Whether one of these scopes, or one that includes it, was granted. */
    public boolean hasScope(String... anyOf) {
        List<String> granted = List.of(scopes.split(",\\s*", -1));
        return List.of(anyOf).stream().anyMatch(granted::contains);
    }

    /** Who shares a limit: all tokens of a person, those of an installation, everybody without a token. */
    public String limitKey() {
        return switch (kind) {
            case ANONYMOUS -> "anonymous";
            case PERSONAL, OAUTH_APP, USER_OF_APP -> "user " + account.id();
            case INSTALLATION, APP -> reach.key();
        };
    }

    /** Whether both were given by one person to one app. */
    boolean isLike(Access other) {
        return account.equals(other.account) && clientId.equals(other.clientId);
    }
}
