package dev.pulsehub.core.access;

import dev.pulsehub.core.github.GitHubUnavailable;
import dev.pulsehub.core.github.OAuthApp;
import dev.pulsehub.core.github.PeoplesGitHub;
import dev.pulsehub.core.github.PersonalView;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.grant.GrantStore;
import dev.pulsehub.persistence.grant.StoredGrant;
import dev.pulsehub.persistence.grant.VisibleStore;
import dev.pulsehub.persistence.organization.Person;
import dev.pulsehub.persistence.organization.PersonStore;
import dev.pulsehub.persistence.session.SessionEnd;
import dev.pulsehub.persistence.session.SessionStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets people in whom GitHub sends with a code, and out again with all that was kept for them. */
public final class SignIns {

    private static final System.Logger LOG = System.getLogger(SignIns.class.getName());

    private final Transactions transactions;
    private final GitHubGrants grants;
    private final OAuthApp app;
    private final PeoplesGitHub github;
    private final GrantStore store = new GrantStore();
    private final SessionStore sessions = new SessionStore();
    private final VisibleStore visible = new VisibleStore();

    public SignIns(Transactions transactions, GitHubGrants grants, OAuthApp app, PeoplesGitHub github) {
        this.transactions = transactions;
        this.grants = grants;
        this.app = app;
        this.github = github;
    }

    /**
     * The session to be opened.
     *
     * @param secret what the browser will show
     * @param replaced the secret the browser showed until now
     */
    public record NewSession(
            String secret,
            Optional<String> replaced,
            @Nullable String userAgent,
            Duration lifetime) {
        @Override
        public String toString() {
            return "a new session";
        }
    }

    /**
     * Trades the code for a token, asks GitHub what it shows, and opens a session.
     *
     * @throws dev.pulsehub.core.github.OAuthRefused when GitHub gives no token
     * @throws dev.pulsehub.core.github.GitHubRefused when the token may not ask where its person belongs
     * @throws dev.pulsehub.core.github.GitHubUnavailable when GitHub does not answer in time; nothing was kept
     */
    public Arrival arrive(String code, String verifier, NewSession session) {
        OAuthApp.Grant grant = app.trade(code, verifier);
        boolean kept = false;
        try {
            PersonalView.Seen seen = new PersonalView(github.as(grant.token())).look();
            Optional<GitHubGrants.Held> earlier = findGrant(seen.self().id());
            Arrival arrival = transactions.call(Caller.writer(), connection -> keep(connection, grant, seen, session));
            kept = arrival instanceof Arrival.SignedIn;
            if (kept) {
                earlier.ifPresent(one -> revoke(one.token()));
            }
            return arrival;
        } finally {
            if (!kept) {
                revoke(grant.token());
            }
        }
    }

    private Optional<GitHubGrants.Held> findGrant(long gitHubId) {
        return transactions
                .call(Caller.writer(), connection -> new PersonStore().findByGitHubId(connection, gitHubId))
                .flatMap(person -> grants.find(person.id()));
    }

    private Arrival keep(Connection connection, OAuthApp.Grant grant, PersonalView.Seen seen, NewSession session)
            throws SQLException {
        Person person = new PersonStore()
                .signIn(
                        connection,
                        seen.self().id(),
                        seen.self().login(),
                        seen.self().name().orElse(null),
                        seen.self().avatarUrl().orElse(null));
        visible.replace(connection, person.id(), Sight.belongings(seen), Sight.repos(seen));
        if (session.replaced().isPresent()) {
            sessions.revoke(connection, session.replaced().get(), SessionEnd.REPLACED);
        }
        Optional<Long> home = visible.findHome(connection, person.id());
        if (home.isEmpty()) {
            return new Arrival.Homeless(
                    person.login(),
                    seen.accounts().stream().map(PersonalView.Account::login).toList());
        }
        store.save(connection, person.id(), grants.seal(grant.token()), grant.scopes());
        store.checked(connection, person.id());
        sessions.open(connection, person.id(), home.get(), session.secret(), session.userAgent(), session.lifetime());
        return new Arrival.SignedIn(person.id(), person.login(), home.get());
    }

    /**
     * Takes back all that the person ever let us do on GitHub; every session and API token of theirs ends with it.
     *
     * @throws dev.pulsehub.core.github.GitHubUnavailable when GitHub could not be told; nothing has changed then
     */
    public void disconnect(long personId) {
        grants.find(personId).ifPresent(held -> {
            app.disconnect(held.token());
            grants.end(held.stored(), SessionEnd.DISCONNECTED);
        });
    }

    /** Ends the tokens of people who are signed in nowhere and whose programs have none either. Idempotent. */
    public void forgetUnneeded() {
        List<StoredGrant> unneeded = transactions.call(Caller.writer(), store::listNeededByNobody);
        unneeded.forEach(this::forget);
    }

    /** The same for one person, who has just signed out somewhere. Idempotent. */
    public void forgetUnneeded(long personId) {
        transactions
                .call(Caller.writer(), connection -> store.findNeededByNobody(connection, personId))
                .ifPresent(this::forget);
    }

    /** The row goes when GitHub knows: until then it is tried again. */
    private void forget(StoredGrant grant) {
        Optional<GitHubGrants.Held> held = grants.open(grant);
        if (held.isEmpty() || revoke(held.get().token())) {
            transactions.run(Caller.writer(), connection -> store.delete(connection, grant));
        }
    }

    private boolean revoke(String token) {
        try {
            app.revoke(token);
            return true;
        } catch (GitHubUnavailable e) {
            LOG.log(System.Logger.Level.WARNING, "A token could not be ended at GitHub: {0}", e.getMessage());
            return false;
        }
    }
}
