package dev.pulsehub.persistence.session;

import dev.pulsehub.persistence.connection.Row;
import dev.pulsehub.persistence.connection.Sql;
import dev.pulsehub.persistence.organization.Membership;
import dev.pulsehub.persistence.organization.Person;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sessions, found by the secret in the browser's cookie; only its SHA-256 is stored. A session is born at sign-in,
 * lives until it expires or is revoked, and is dead as long as its person does not belong to its organization. Written
 * and read as {@link dev.pulsehub.persistence.connection.Caller#writer}.
 */
public final class SessionStore {

    private static final String OPEN = """
            insert into pulse.session (person_id, organization_id, secret_hash, user_agent, expires_at)
            values (?, ?, ?, ?, now() + ? * interval '1 second')
            returning id
            """;

    private static final String FIND_LIVE = """
            select s.id, s.created_at, s.expires_at,
                   p.id as person_id, p.github_id, p.login, p.name as person_name, p.avatar_url,
                   o.id as organization_id, o.slug, o.name as organization_name, o.time_zone, m.role,
                   """ + AccessAge.STALE + """
            from pulse.session s
            join pulse.person p on p.id = s.person_id
            join pulse.organization o on o.id = s.organization_id
            join pulse.membership m on m.organization_id = s.organization_id and m.person_id = s.person_id
            where s.secret_hash = ? and s.revoked_at is null and s.expires_at > now()
            """;

    private static final String TOUCH = """
            update pulse.session
            set seen_at = now()
            where id = ? and seen_at < now() - interval '1 minute'
            """;

    private static final String SWITCH = """
            update pulse.session s
            set organization_id = m.organization_id
            from pulse.membership m
            where s.id = ? and m.person_id = s.person_id and m.organization_id = ?
            """;

    private static final String END = "update pulse.session set revoked_at = now(), ended_because = ? where ";

    private static final String REVOKE = END + "secret_hash = ? and revoked_at is null";

    private static final String REVOKE_ONE = END + "id = ? and person_id = ? and revoked_at is null";

    private static final String REVOKE_ALL = END + "person_id = ? and revoked_at is null";

    private static final String EXTEND =
            "update pulse.session set expires_at = now() + ? * interval '1 second' where id = ? and revoked_at is null";

    private static final String OPEN_SESSIONS = """
            select id, user_agent, created_at, seen_at
            from pulse.session
            where person_id = ? and revoked_at is null and expires_at > now()
            order by seen_at desc, id desc
            """;

    private static final String STILL_OPEN = """
            select s.id
            from pulse.session s
            join pulse.membership m on m.organization_id = s.organization_id and m.person_id = s.person_id
            where s.id = any (?) and s.revoked_at is null and s.expires_at > now()
            """;

    private static final String TOUCH_ALL = """
            update pulse.session
            set seen_at = now()
            where id = any (?) and seen_at < now() - interval '1 minute'
            """;

    private static final String ENDING = """
            select coalesce(s.ended_because,
                case when s.revoked_at is not null then 'signed_out'
                     when s.expires_at <= now() then 'expired'
                     else 'no_membership' end) as ended_because
            from pulse.session s
            where s.secret_hash = ?
              and (s.revoked_at is not null or s.expires_at <= now()
                   or not exists (
                       select from pulse.membership m
                       where m.organization_id = s.organization_id and m.person_id = s.person_id))
            """;

    private static final String PURGE = """
            delete from pulse.session
            where least(expires_at, revoked_at) < now() - ? * interval '1 second'
            """;

    /**
     * Opens a session.
     *
     * @param secret at least 128 random bits; goes into the cookie and nowhere else
     * @return the session's id, which is no secret
     */
    public long open(
            Connection connection,
            long personId,
            long organizationId,
            String secret,
            @Nullable String userAgent,
            Duration lifetime)
            throws SQLException {
        return Sql.of(OPEN, personId, organizationId, SecretHash.of(secret), userAgent, lifetime)
                .get(connection, row -> row.number("id"));
    }

    public Optional<LiveSession> findLive(Connection connection, String secret) throws SQLException {
        return Sql.of(FIND_LIVE, SecretHash.of(secret)).find(connection, SessionStore::session);
    }

    /** Notes that the session was used; at most one write a minute. */
    public void touch(Connection connection, long id) throws SQLException {
        Sql.of(TOUCH, id).update(connection);
    }

    /** Looks at another organization; false when the person does not belong to it. */
    public boolean switchOrganization(Connection connection, long id, long organizationId) throws SQLException {
        return Sql.of(SWITCH, id, organizationId).update(connection) == 1;
    }

    /** Lets a session live so long from now on. */
    public void extend(Connection connection, long id, Duration lifetime) throws SQLException {
        Sql.of(EXTEND, lifetime, id).update(connection);
    }

    /** Ends the session of one browser. Idempotent. */
    public void revoke(Connection connection, String secret, SessionEnd because) throws SQLException {
        Sql.of(REVOKE, because.stored(), SecretHash.of(secret)).update(connection);
    }

    /** Ends one of the person's sessions; false when they have no such one. */
    public boolean revokeOne(Connection connection, long personId, long id, SessionEnd because) throws SQLException {
        return Sql.of(REVOKE_ONE, because.stored(), id, personId).update(connection) == 1;
    }

    /** Signs the person out everywhere and gives the number of sessions that ended. */
    public int revokeAllOf(Connection connection, long personId, SessionEnd because) throws SQLException {
        return Sql.of(REVOKE_ALL, because.stored(), personId).update(connection);
    }

    /** Where the person is signed in, most recently used first. */
    public List<OpenSession> list(Connection connection, long personId) throws SQLException {
        return Sql.of(OPEN_SESSIONS, personId)
                .list(
                        connection,
                        row -> new OpenSession(
                                row.number("id"),
                                row.findText("user_agent"),
                                row.moment("created_at"),
                                row.moment("seen_at")));
    }

    /** Those of the sessions that live; that they are held open counts as use. */
    public Set<Long> keepOpen(Connection connection, Collection<Long> ids) throws SQLException {
        Long[] all = ids.toArray(Long[]::new);
        Sql.of(TOUCH_ALL, (Object) all).update(connection);
        return Set.copyOf(Sql.of(STILL_OPEN, (Object) all).list(connection, row -> row.number("id")));
    }

    /** Why the browser with this secret is signed out; empty when it is not, or never was signed in. */
    public Optional<SessionEnd> findEnd(Connection connection, String secret) throws SQLException {
        return Sql.of(ENDING, SecretHash.of(secret)).find(connection, row -> SessionEnd.of(row.text("ended_because")));
    }

    /** Deletes sessions that ended longer ago than the given time. */
    public int purge(Connection connection, Duration kept) throws SQLException {
        return Sql.of(PURGE, kept).update(connection);
    }

    private static LiveSession session(Row row) throws SQLException {
        Person person = new Person(
                row.number("person_id"),
                row.number("github_id"),
                row.text("login"),
                row.findText("person_name"),
                row.findText("avatar_url"));
        return new LiveSession(
                row.number("id"),
                person,
                row.number("organization_id"),
                row.text("slug"),
                row.text("organization_name"),
                ZoneId.of(row.text("time_zone")),
                Membership.Role.of(row.text("role")),
                row.moment("created_at"),
                row.moment("expires_at"),
                row.flag("access_stale"));
    }
}
