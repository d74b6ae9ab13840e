package dev.pulsehub.persistence.session;

import dev.pulsehub.persistence.connection.Row;
import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * API tokens, found by their secret, of which only the SHA-256 is stored. A token is dead when it is revoked or
 * expired, or its person no longer belongs to its organization. Written and read as
 * {@link dev.pulsehub.persistence.connection.Caller#writer}.
 */
public final class ApiTokenStore {

    private static final String ADD = """
            insert into pulse.api_token (organization_id, person_id, name, prefix, secret_hash, scopes, expires_at)
            select m.organization_id, m.person_id, ?, ?, ?, ?, now() + ? * interval '1 second'
            from pulse.membership m
            where m.organization_id = ? and m.person_id = ?
            """;

    private static final String LIST = """
            select id, name, prefix, scopes, created_at, expires_at, used_at
            from pulse.api_token
            where person_id = ? and organization_id = ? and revoked_at is null
            order by created_at desc, id desc
            """;

    private static final String FIND = """
            select t.id, t.scopes, t.organization_id, p.id as person_id, p.login,
                   """ + AccessAge.STALE + """
            from pulse.api_token t
            join pulse.person p on p.id = t.person_id
            join pulse.membership m on m.organization_id = t.organization_id and m.person_id = t.person_id
            where t.secret_hash = ? and t.revoked_at is null and (t.expires_at is null or t.expires_at > now())
            """;

    private static final String TOUCH = """
            update pulse.api_token
            set used_at = now()
            where id = ? and (used_at is null or used_at < now() - interval '1 minute')
            """;

    private static final String REVOKE =
            "update pulse.api_token set revoked_at = now() where id = ? and person_id = ? and revoked_at is null";

    /**
     * Whom a live token stands for, and what it may do.
     *
     * @param accessStale whether GitHub must be asked what the person may see before anything is shown
     */
    public record Holder(
            long tokenId, long personId, String login, long organizationId, List<String> scopes, boolean accessStale) {
        public Holder {
            scopes = List.copyOf(scopes);
        }
    }

    /** What is stored of a new token; without a lifetime it does not end by itself. */
    public record NewToken(
            String name, String prefix, String secret, List<String> scopes, Optional<Duration> lifetime) {
        public NewToken {
            scopes = List.copyOf(scopes);
        }
    }

    /** False when the person does not belong to the organization. */
    public boolean add(Connection connection, long organizationId, long personId, NewToken token) throws SQLException {
        Sql statement = Sql.of(
                ADD,
                token.name(),
                token.prefix(),
                SecretHash.of(token.secret()),
                token.scopes().toArray(String[]::new),
                token.lifetime().orElse(null),
                organizationId,
                personId);
        return statement.update(connection) == 1;
    }

    /** The person's tokens for the organization that were not revoked, newest first; expired ones too. */
    public List<ApiToken> list(Connection connection, long personId, long organizationId) throws SQLException {
        return Sql.of(LIST, personId, organizationId).list(connection, ApiTokenStore::token);
    }

    public Optional<Holder> findLive(Connection connection, String secret) throws SQLException {
        return Sql.of(FIND, SecretHash.of(secret))
                .find(
                        connection,
                        row -> new Holder(
                                row.number("id"),
                                row.number("person_id"),
                                row.text("login"),
                                row.number("organization_id"),
                                row.texts("scopes"),
                                row.flag("access_stale")));
    }

    /** Notes that the token was used; at most one write a minute. */
    public void touch(Connection connection, long id) throws SQLException {
        Sql.of(TOUCH, id).update(connection);
    }

    /** False when the person has no such token. */
    public boolean revoke(Connection connection, long personId, long id) throws SQLException {
        return Sql.of(REVOKE, id, personId).update(connection) == 1;
    }

    private static ApiToken token(Row row) throws SQLException {
        return new ApiToken(
                row.number("id"),
                row.text("name"),
                row.text("prefix"),
                row.texts("scopes"),
                row.moment("created_at"),
                row.findMoment("expires_at"),
                row.findMoment("used_at"));
    }
}
