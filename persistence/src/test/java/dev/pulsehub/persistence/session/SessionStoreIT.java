package dev.pulsehub.persistence.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.persistence.TestDatabase;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Sql;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.organization.Membership;
import dev.pulsehub.persistence.organization.MembershipStore;
import dev.pulsehub.persistence.organization.OrganizationStore;
import dev.pulsehub.persistence.organization.Person;
import dev.pulsehub.persistence.organization.PersonStore;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionStoreIT {

    private static final Transactions TRANSACTIONS = TestDatabase.fresh().transactions();
    private static final Duration DAY = Duration.ofDays(1);

    private final SessionStore sessions = new SessionStore();
    private final MembershipStore memberships = new MembershipStore();
    private final OrganizationStore organizations = new OrganizationStore();
    private final PersonStore people = new PersonStore();

    private long acme;
    private Person alice = new Person(0, 0, "", Optional.empty(), Optional.empty());

    @BeforeEach
    void alice_belongs_to_acme() {
        TRANSACTIONS.run(Caller.writer(), connection -> {
            connection.createStatement().execute("delete from pulse.session");
            acme = organizations.ensure(connection, "acme", "Acme");
            alice = people.signIn(connection, 1011, "alice", "Alice", null);
            memberships.join(connection, acme, alice.id(), Membership.Role.ADMIN);
        });
    }

    @Test
    void a_session_is_found_by_its_secret_with_person_and_organization() {
        long id = open("secret", DAY);

        assertThat(find("secret")).hasValueSatisfying(session -> {
            assertThat(session.id()).isEqualTo(id);
            assertThat(session.person()).isEqualTo(alice);
            assertThat(session.organizationId()).isEqualTo(acme);
            assertThat(session.organizationName()).isEqualTo("Acme");
            assertThat(session.role()).isEqualTo(Membership.Role.ADMIN);
            assertThat(session.timeZone()).isEqualTo(ZoneId.of("UTC"));
        });
        assertThat(find("another")).isEmpty();
    }

    @Test
    void the_secret_is_not_in_the_database() {
        open("secret", DAY);

        assertThat(count("select count(*) as n from pulse.session s where s::text like '%secret%'"))
                .isZero();
        assertThat(count("select count(*) as n from pulse.session where secret_hash = sha256('secret')"))
                .isEqualTo(1);
    }

    @Test
    void a_revoked_or_expired_session_or_one_without_membership_is_dead() {
        open("revoked", DAY);
        open("expired", Duration.ofSeconds(-1));
        open("alive", DAY);
        TRANSACTIONS.run(Caller.writer(), connection -> sessions.revoke(connection, "revoked", SessionEnd.SIGNED_OUT));

        assertThat(find("revoked")).isEmpty();
        assertThat(find("expired")).isEmpty();
        assertThat(find("alive")).isPresent();

        TRANSACTIONS.run(Caller.writer(), connection -> memberships.leave(connection, acme, alice.id()));
        assertThat(find("alive")).isEmpty();
    }

    @Test
    void a_person_is_signed_out_everywhere() {
        open("laptop", DAY);
        open("phone", DAY);

        assertThat(TRANSACTIONS.<Integer>call(
                        Caller.writer(),
                        connection -> sessions.revokeAllOf(connection, alice.id(), SessionEnd.EVERYWHERE)))
                .isEqualTo(2);

        assertThat(find("laptop")).isEmpty();
        assertThat(find("phone")).isEmpty();
        assertThat(end("laptop")).contains(SessionEnd.EVERYWHERE);
    }

    @Test
    void a_browser_can_be_told_why_it_is_signed_out() {
        open("gone", Duration.ofSeconds(-1));
        open("out", DAY);
        open("alive", DAY);
        TRANSACTIONS.run(Caller.writer(), connection -> sessions.revoke(connection, "out", SessionEnd.GRANT_ENDED));

        assertThat(end("gone")).contains(SessionEnd.EXPIRED);
        assertThat(end("out")).contains(SessionEnd.GRANT_ENDED);
        assertThat(end("alive")).isEmpty();
        assertThat(end("nobody's")).isEmpty();

        TRANSACTIONS.run(Caller.writer(), connection -> memberships.leave(connection, acme, alice.id()));
        assertThat(end("alive")).contains(SessionEnd.NO_MEMBERSHIP);
    }

    @Test
    void a_person_sees_and_ends_their_own_sessions_only() {
        long laptop = open("laptop", DAY);
        long phone = open("phone", DAY);
        open("gone", Duration.ofSeconds(-1));
        Person bob =
                TRANSACTIONS.call(Caller.writer(), connection -> people.signIn(connection, 1012, "bob", "Bob", null));

        assertThat(list(alice)).containsExactlyInAnyOrder(laptop, phone);
        assertThat(list(bob)).isEmpty();
        assertThat(revokeOne(bob, phone)).isFalse();
        assertThat(revokeOne(alice, phone)).isTrue();
        assertThat(list(alice)).containsExactly(laptop);
        assertThat(TRANSACTIONS.<java.util.Set<Long>>call(
                        Caller.writer(), connection -> sessions.keepOpen(connection, List.of(laptop, phone))))
                .containsExactly(laptop);
    }

    @Test
    void use_is_noted_at_most_once_a_minute() {
        long id = open("secret", DAY);
        long before = versionOf(id);

        touch(id);
        assertThat(versionOf(id)).isEqualTo(before);

        TRANSACTIONS.run(
                Caller.writer(),
                connection -> connection
                        .createStatement()
                        .execute("update pulse.session set seen_at = now() - interval '2 minutes'"));
        touch(id);
        assertThat(count("select count(*) as n from pulse.session where seen_at > now() - interval '1 minute'"))
                .isEqualTo(1);
    }

    @Test
    void one_looks_only_at_organizations_one_belongs_to() {
        long id = open("secret", DAY);
        long globex =
                TRANSACTIONS.call(Caller.writer(), connection -> organizations.ensure(connection, "globex", "Globex"));
        assertThat(switchTo(id, globex)).isFalse();

        TRANSACTIONS.run(
                Caller.writer(),
                connection -> memberships.join(connection, globex, alice.id(), Membership.Role.VIEWER));

        assertThat(switchTo(id, globex)).isTrue();
        assertThat(find("secret"))
                .hasValueSatisfying(
                        session -> assertThat(session.organizationSlug()).isEqualTo("globex"));
    }

    @Test
    void sessions_that_ended_long_ago_are_purged() {
        open("expired", Duration.ofDays(-3));
        open("alive", DAY);

        assertThat(TRANSACTIONS.<Integer>call(Caller.writer(), connection -> sessions.purge(connection, DAY)))
                .isEqualTo(1);
        assertThat(find("alive")).isPresent();
    }

    private Optional<SessionEnd> end(String secret) {
        return TRANSACTIONS.call(Caller.writer(), connection -> sessions.findEnd(connection, secret));
    }

    private List<Long> list(Person person) {
        return TRANSACTIONS.call(Caller.writer(), connection -> sessions.list(connection, person.id())).stream()
                .map(OpenSession::id)
                .toList();
    }

    private boolean revokeOne(Person person, long id) {
        return TRANSACTIONS.call(
                Caller.writer(), connection -> sessions.revokeOne(connection, person.id(), id, SessionEnd.EVERYWHERE));
    }

    private long open(String secret, Duration lifetime) {
        return TRANSACTIONS.call(
                Caller.writer(),
                connection -> sessions.open(connection, alice.id(), acme, secret, "Firefox", lifetime));
    }

    private Optional<LiveSession> find(String secret) {
        return TRANSACTIONS.call(Caller.writer(), connection -> sessions.findLive(connection, secret));
    }

    private void touch(long id) {
        TRANSACTIONS.run(Caller.writer(), connection -> sessions.touch(connection, id));
    }

    private boolean switchTo(long session, long organization) {
        return TRANSACTIONS.call(
                Caller.writer(), connection -> sessions.switchOrganization(connection, session, organization));
    }

    private static long versionOf(long id) {
        return TRANSACTIONS.call(
                Caller.writer(),
                connection -> Sql.of("select xmin::text::bigint as n from pulse.session where id = ?", id)
                        .get(connection, row -> row.number("n")));
    }

    private static long count(String sql) {
        return TRANSACTIONS.call(Caller.writer(), connection -> Sql.of(sql).get(connection, row -> row.number("n")));
    }
}
