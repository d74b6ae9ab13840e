package dev.pulsehub.persistence.session;

import dev.pulsehub.persistence.connection.Row;
import dev.pulsehub.persistence.connection.Sql;
import dev.pulsehub.persistence.organization.Membership;
import dev.pulsehub.persistence.organization.Person;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
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
                   o.id as organization_id, o.slug, o.name as organization_name, o.time_zone, m.role
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

    private static final String REVOKE =
            "update pulse.session set revoked_at = now() where secret_hash = ? and revoked_at is null";

    private static final String REVOKE_ALL =
            "update pulse.session set revoked_at = now() where person_id = ? and revoked_at is null";

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

    /** Signs this browser out. Idempotent. */
    public void revoke(Connection connection, String secret) throws SQLException {
        Sql.of(REVOKE, SecretHash.of(secret)).update(connection);
    }

    /** Signs the person out everywhere and gives the number of sessions that ended. */
    public int revokeAllOf(Connection connection, long personId) throws SQLException {
        return Sql.of(REVOKE_ALL, personId).update(connection);
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
                row.moment("expires_at"));
    }
}
