package dev.pulsehub.core.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.core.github.PeoplesGitHub;
import dev.pulsehub.persistence.TestDatabase;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Sql;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.organization.Membership;
import dev.pulsehub.persistence.organization.MembershipStore;
import dev.pulsehub.persistence.organization.OrganizationStore;
import dev.pulsehub.persistence.organization.PersonStore;
import dev.pulsehub.persistence.session.ApiToken;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiTokensIT {

    private static final Transactions TRANSACTIONS = TestDatabase.fresh().transactions();
    private static final AccessCheck ACCESS = new AccessCheck(
            TRANSACTIONS,
            new GitHubGrants(TRANSACTIONS, List.of("s".repeat(40))),
            new PeoplesGitHub(URI.create("http://localhost:9"), Clock.systemUTC()),
            Clock.systemUTC());
    private static final List<String> READ = List.of("read");

    private final ApiTokens tokens = new ApiTokens(TRANSACTIONS, ACCESS);
    private long acme;
    private long alice;
    private long bob;

    @BeforeEach
    void alice_and_bob_belong_to_acme() {
        TRANSACTIONS.run(Caller.writer(), connection -> {
            Sql.of("delete from pulse.api_token").update(connection);
            acme = new OrganizationStore().ensure(connection, "acme", "Acme");
            alice = new PersonStore().signIn(connection, 1, "alice", null, null).id();
            bob = new PersonStore().signIn(connection, 2, "bob", null, null).id();
            new MembershipStore().join(connection, acme, alice, Membership.Role.MEMBER);
            new MembershipStore().join(connection, acme, bob, Membership.Role.MEMBER);
        });
    }

    @Test
    void a_token_speaks_for_its_person_with_its_scopes() {
        String token = create(alice, Optional.empty());

        assertThat(token).startsWith("ph_").hasSize(46);
        assertThat(tokens.find(token)).contains(new Asker(alice, acme, "alice", READ));
        assertThat(tokens.find(token.substring(0, 45) + "!")).isEmpty();
        assertThat(tokens.find("ghp_" + token)).isEmpty();
    }

    @Test
    void nothing_in_the_database_is_the_token() {
        String token = create(alice, Optional.empty());

        assertThat(rows()).isNotEmpty().noneMatch(row -> row.contains(token) || row.contains(token.substring(10)));
        assertThat(tokens.list(alice, acme))
                .singleElement()
                .satisfies(one -> assertThat(token).startsWith(one.prefix()));
    }

    @Test
    void a_revoked_an_expired_and_a_strangers_token_are_dead() {
        String revoked = create(alice, Optional.empty());
        long id = tokens.list(alice, acme).getFirst().id();
        assertThat(tokens.revoke(bob, id)).as("somebody else revokes it").isFalse();
        assertThat(tokens.find(revoked)).isPresent();
        assertThat(tokens.revoke(alice, id)).isTrue();
        assertThat(tokens.find(revoked)).isEmpty();
        assertThat(tokens.list(alice, acme)).isEmpty();

        String expired = create(alice, Optional.of(Duration.ofDays(1)));
        assertThat(tokens.find(expired)).isPresent();
        change("update pulse.api_token set expires_at = now() where revoked_at is null");
        assertThat(tokens.find(expired)).isEmpty();
        assertThat(tokens.list(alice, acme)).hasSize(1);

        String former = create(bob, Optional.empty());
        change("delete from pulse.membership where person_id = " + bob);
        assertThat(tokens.find(former)).isEmpty();
        assertThat(tokens.create(bob, acme, "late", READ, Optional.empty())).isEmpty();
    }

    @Test
    void its_use_is_noted_and_its_owner_sees_only_their_own() {
        String token = create(alice, Optional.empty());
        assertThat(tokens.list(alice, acme).getFirst().usedAt()).isEmpty();
        tokens.find(token);
        assertThat(tokens.list(alice, acme))
                .singleElement()
                .extracting(ApiToken::usedAt)
                .matches(Optional::isPresent);
        assertThat(tokens.list(bob, acme)).isEmpty();
    }

    private String create(long person, Optional<Duration> lifetime) {
        return tokens.create(person, acme, "laptop", READ, lifetime).orElseThrow();
    }

    private static List<String> rows() {
        return TRANSACTIONS.call(
                Caller.writer(),
                connection -> Sql.of("select t::text as text from pulse.api_token t")
                        .list(connection, row -> row.text("text")));
    }

    private static void change(String statement) {
        TRANSACTIONS.run(Caller.writer(), connection -> Sql.of(statement).update(connection));
    }
}
