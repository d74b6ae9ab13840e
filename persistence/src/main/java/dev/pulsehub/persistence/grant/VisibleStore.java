package dev.pulsehub.persistence.grant;

import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which organizations a person belongs to and which repositories they may see there, as GitHub says it to their own
 * token. Row level security reads nothing else.
 */
public final class VisibleStore {

    /** The first to name an account by its login says which of GitHub's accounts it is; a login may change hands. */
    private static final String IDENTIFY = """
            update pulse.source_account a
            set github_id = mine.github_id
            from unnest(?::bigint[], ?::text[]) as mine (github_id, login)
            where a.github_id is null and lower(a.login) = lower(mine.login)
            """;

    private static final String BELONGS = """
            select a.organization_id, case when bool_or(mine.role = 'admin') then 'admin' else 'member' end as role
            from pulse.source_account a
            join unnest(?::bigint[], ?::text[]) as mine (github_id, role) on mine.github_id = a.github_id
            group by a.organization_id
            """;

    /** An owner is one in Pulse-Hub only: GitHub can end that, but not lower it. */
    private static final String JOIN = """
            insert into pulse.membership as known (organization_id, person_id, role)
            select belongs.organization_id, ?, belongs.role
            from (%s) belongs
            on conflict on constraint membership_pkey do update
            set role = excluded.role
            where known.role not in ('owner', excluded.role)
            """.formatted(BELONGS);

    private static final String LEAVE = """
            delete from pulse.membership m
            where m.person_id = ? and not m.organization_id in (select organization_id from (%s) belongs)
            """.formatted(BELONGS);

    private static final String SEE = """
            insert into pulse.repo_access as known (organization_id, repo_id, person_id, permission, checked_at)
            select r.organization_id, r.github_id, m.person_id, listed.permission, now()
            from unnest(?::bigint[], ?::text[]) as listed (repo_id, permission)
            join pulse.repo r on r.github_id = listed.repo_id
            join pulse.membership m on m.organization_id = r.organization_id and m.person_id = ?
            on conflict on constraint repo_access_pkey do update
            set permission = excluded.permission, checked_at = excluded.checked_at
            where known.permission <> excluded.permission
            """;

    private static final String SEE_NO_MORE = """
            delete from pulse.repo_access a
            where a.person_id = ?
              and (not a.repo_id = any (?)
                   or not exists (
                       select from pulse.membership m
                       where m.organization_id = a.organization_id and m.person_id = a.person_id))
            """;

    private static final String HOME = """
            select m.organization_id
            from pulse.membership m
            left join pulse.session s on s.organization_id = m.organization_id and s.person_id = m.person_id
            where m.person_id = ?
            group by m.organization_id
            order by max(s.created_at) desc nulls last, m.organization_id
            limit 1
            """;

    private static final String LOSE_MEMBERSHIP = """
            delete from pulse.membership m
            using pulse.person p, pulse.source_account a
            where p.id = m.person_id and a.organization_id = m.organization_id and p.github_id = ? and a.github_id = ?
            """;

    private static final String LOSE_REPO = """
            delete from pulse.repo_access a
            using pulse.person p
            where p.id = a.person_id and p.github_id = ? and a.repo_id = ?
            """;

    /** An account of GitHub's and the person's role in it: {@code admin} or {@code member}. */
    public record Belonging(long gitHubId, String login, String role) {}

    /** A repository and the permission of {@code repo_access}. */
    public record Visible(long repoId, String permission) {}

    /** Makes what GitHub says now all that holds. Idempotent; writes nothing where nothing changed. */
    public void replace(
            Connection connection, long personId, Collection<Belonging> belongings, Collection<Visible> visible)
            throws SQLException {
        Long[] accounts = belongings.stream().map(Belonging::gitHubId).toArray(Long[]::new);
        String[] logins = belongings.stream().map(Belonging::login).toArray(String[]::new);
        String[] roles = belongings.stream().map(Belonging::role).toArray(String[]::new);
        Long[] repos = visible.stream().map(Visible::repoId).toArray(Long[]::new);
        String[] permissions = visible.stream().map(Visible::permission).toArray(String[]::new);
        Sql.of(IDENTIFY, accounts, logins).update(connection);
        Sql.of(LEAVE, personId, accounts, roles).update(connection);
        Sql.of(JOIN, personId, accounts, roles).update(connection);
        Sql.of(SEE_NO_MORE, personId, repos).update(connection);
        Sql.of(SEE, repos, permissions, personId).update(connection);
    }

    /** Nobody knows any more what the person may see: nothing, until they sign in again. */
    public void forget(Connection connection, long personId) throws SQLException {
        replace(connection, personId, List.of(), List.of());
    }

    /** The organization the person looked at last, else their first. */
    public Optional<Long> findHome(Connection connection, long personId) throws SQLException {
        return Sql.of(HOME, personId).find(connection, row -> row.number("organization_id"));
    }

    /** GitHub told that a person left one of its accounts. */
    public void loseMembership(Connection connection, long personGitHubId, long accountGitHubId) throws SQLException {
        Sql.of(LOSE_MEMBERSHIP, personGitHubId, accountGitHubId).update(connection);
    }

    /** GitHub told that a person may not see a repository any more, or perhaps not. */
    public void loseRepo(Connection connection, long personGitHubId, long repoId) throws SQLException {
        Sql.of(LOSE_REPO, personGitHubId, repoId).update(connection);
    }
}
