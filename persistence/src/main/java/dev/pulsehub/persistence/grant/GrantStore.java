package dev.pulsehub.persistence.grant;

import dev.pulsehub.persistence.connection.Row;
import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Grants, one per person: born or renewed at sign-in, checked while the person is about, gone when they take it back or
 * nothing of theirs needs it any more. Written and read as {@link dev.pulsehub.persistence.connection.Caller#writer}.
 */
public final class GrantStore {

    private static final String COLUMNS = "g.person_id, p.github_id, p.login, g.sealed_token, g.scopes";

    private static final String SAVE = """
            insert into pulse.github_grant as known (person_id, sealed_token, scopes)
            values (?, ?, ?)
            on conflict on constraint github_grant_pkey do update
            set sealed_token = excluded.sealed_token, scopes = excluded.scopes, granted_at = now()
            """;

    private static final String FIND = "select " + COLUMNS + """

            from pulse.github_grant g
            join pulse.person p on p.id = g.person_id
            where g.person_id = ?
            """;

    private static final String ALL = "select " + COLUMNS + """

            from pulse.github_grant g
            join pulse.person p on p.id = g.person_id
            order by g.person_id
            """;

    private static final String RESEAL =
            "update pulse.github_grant set sealed_token = ? where person_id = ? and sealed_token = ?";

    private static final String DELETE = "delete from pulse.github_grant where person_id = ? and sealed_token = ?";

    private static final String CHECKED = "update pulse.github_grant set checked_at = now() where person_id = ?";

    private static final String STALE = """
            select coalesce(g.checked_at < now() - ? * interval '1 second', true) as stale
            from pulse.github_grant g
            where g.person_id = ?
            """;

    private static final String PUT_OFF =
            "update pulse.github_grant set check_after = now() + ? * interval '1 second' where person_id = ?";

    /** Sessions and tokens note their use once a minute. */
    private static final String CLAIM = """
            with due as (
                select g.person_id
                from pulse.github_grant g
                where g.check_after <= now()
                  and (exists (
                          select from pulse.session s
                          where s.person_id = g.person_id and s.revoked_at is null and s.expires_at > now()
                            and s.seen_at > now() - interval '5 minutes')
                      or exists (
                          select from pulse.api_token t
                          where t.person_id = g.person_id and t.revoked_at is null
                            and (t.expires_at is null or t.expires_at > now())
                            and t.used_at > now() - interval '5 minutes'))
                order by g.check_after
                limit ?
                for update skip locked
            ), claimed as (
                update pulse.github_grant g
                set check_after = now() + ? * interval '1 second'
                from due
                where g.person_id = due.person_id
                returning g.*
            )
            select %s
            from claimed g
            join pulse.person p on p.id = g.person_id
            order by g.person_id
            """.formatted(COLUMNS);

    private static final String NEEDED_BY_NOBODY = "select " + COLUMNS + """

            from pulse.github_grant g
            join pulse.person p on p.id = g.person_id
            where not exists (
                    select from pulse.session s
                    where s.person_id = g.person_id and s.revoked_at is null and s.expires_at > now())
              and not exists (
                    select from pulse.api_token t
                    where t.person_id = g.person_id and t.revoked_at is null
                      and (t.expires_at is null or t.expires_at > now()))
            """;

    private static final String ASK_AGAIN = """
            update pulse.github_grant g
            set checked_at = null, check_after = now()
            from pulse.person p
            where p.id = g.person_id and p.github_id = any (?)
            """;

    private static final String ASK_AGAIN_ABOUT_REPO = """
            update pulse.github_grant g
            set checked_at = null, check_after = now()
            where exists (select from pulse.repo_access a where a.person_id = g.person_id and a.repo_id = ?)
            """;

    private static final String CHECK_MEMBERS = """
            update pulse.github_grant g
            set check_after = now()
            where exists (
                select from pulse.membership m where m.person_id = g.person_id and m.organization_id = ?)
            """;

    private static final String ASK_AGAIN_ABOUT_ORGANIZATION = """
            update pulse.github_grant g
            set checked_at = null, check_after = now()
            where exists (
                select from pulse.membership m
                join pulse.source_account a on a.organization_id = m.organization_id
                where m.person_id = g.person_id and a.github_id = ?)
            """;

    /** Keeps a new token in the place of an earlier one. */
    public void save(Connection connection, long personId, String sealedToken, Collection<String> scopes)
            throws SQLException {
        Sql.of(SAVE, personId, sealedToken, scopes.toArray(String[]::new)).update(connection);
    }

    public Optional<StoredGrant> find(Connection connection, long personId) throws SQLException {
        return Sql.of(FIND, personId).find(connection, GrantStore::grant);
    }

    /** Every grant there is. */
    public List<StoredGrant> list(Connection connection) throws SQLException {
        return Sql.of(ALL).list(connection, GrantStore::grant);
    }

    /** The same token under another seal; nothing happens when it was replaced meanwhile. */
    public void reseal(Connection connection, StoredGrant grant, String sealedToken) throws SQLException {
        Sql.of(RESEAL, sealedToken, grant.personId(), grant.sealedToken()).update(connection);
    }

    /** Forgets the token; false when it was replaced or forgotten meanwhile. */
    public boolean delete(Connection connection, StoredGrant grant) throws SQLException {
        return Sql.of(DELETE, grant.personId(), grant.sealedToken()).update(connection) == 1;
    }

    /** GitHub said just now what the person may see. */
    public void checked(Connection connection, long personId) throws SQLException {
        Sql.of(CHECKED, personId).update(connection);
    }

    /** Whether GitHub was last asked longer ago than that; false for a person without a grant. */
    public boolean isStale(Connection connection, long personId, Duration age) throws SQLException {
        return Sql.of(STALE, age, personId)
                .find(connection, row -> row.flag("stale"))
                .orElse(false);
    }

    /** Nobody asks GitHub again before this time has passed. */
    public void putOff(Connection connection, long personId, Duration wait) throws SQLException {
        Sql.of(PUT_OFF, wait, personId).update(connection);
    }

    /** Takes grants to check of people who were about in the last minutes; they are due again after the period. */
    public List<StoredGrant> claimDue(Connection connection, int most, Duration period) throws SQLException {
        return Sql.of(CLAIM, most, period).list(connection, GrantStore::grant);
    }

    /** Grants of people without a live session and without a live API token. */
    public List<StoredGrant> listNeededByNobody(Connection connection) throws SQLException {
        return Sql.of(NEEDED_BY_NOBODY).list(connection, GrantStore::grant);
    }

    /** The same for one person. */
    public Optional<StoredGrant> findNeededByNobody(Connection connection, long personId) throws SQLException {
        return Sql.of(NEEDED_BY_NOBODY + " and g.person_id = ?", personId).find(connection, GrantStore::grant);
    }

    /** GitHub is asked again about these people before anything more is shown to them. */
    public void askAgain(Connection connection, Collection<Long> gitHubIds) throws SQLException {
        Sql.of(ASK_AGAIN, (Object) gitHubIds.toArray(Long[]::new)).update(connection);
    }

    /** GitHub is asked again about everybody who could see the repository. */
    public void askAgainAboutRepo(Connection connection, long repoId) throws SQLException {
        Sql.of(ASK_AGAIN_ABOUT_REPO, repoId).update(connection);
    }

    /** The organization has something new: its members are due to be checked, as soon as they are about. */
    public void checkMembers(Connection connection, long organizationId) throws SQLException {
        Sql.of(CHECK_MEMBERS, organizationId).update(connection);
    }

    /** GitHub is asked again about everybody who belongs to one of its accounts. */
    public void askAgainAboutOrganization(Connection connection, long accountGitHubId) throws SQLException {
        Sql.of(ASK_AGAIN_ABOUT_ORGANIZATION, accountGitHubId).update(connection);
    }

    private static StoredGrant grant(Row row) throws SQLException {
        return new StoredGrant(
                row.number("person_id"),
                row.number("github_id"),
                row.text("login"),
                row.text("sealed_token"),
                row.texts("scopes"));
    }
}
