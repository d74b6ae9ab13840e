package dev.pulsehub.persistence.organization;

import dev.pulsehub.persistence.connection.Row;
import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Tenants and their GitHub accounts, for set-up and synchronisation; people edit the {@link Organization} entity. */
public final class OrganizationStore {

    /** The update changes nothing: it makes {@code returning} give the id of a row that is there already. */
    private static final String ENSURE = """
            insert into pulse.organization as known (slug, name)
            values (?, ?)
            on conflict on constraint organization_slug_key do update
            set slug = known.slug
            returning id
            """;

    private static final String FIND = "select id from pulse.organization where slug = ?";

    private static final String IDS = "select id from pulse.organization order by id";

    private static final String ADD_ACCOUNT = """
            insert into pulse.source_account (organization_id, login)
            values (?, ?)
            on conflict on constraint source_account_pkey do nothing
            """;

    private static final String REMOVE_ACCOUNT =
            "delete from pulse.source_account where organization_id = ? and login = ?";

    private static final String ACCOUNTS = """
            select organization_id, login, github_id
            from pulse.source_account
            where organization_id = ?
            order by login
            """;

    private static final String IDENTIFY =
            "update pulse.source_account set github_id = ? where organization_id = ? and login = ?";

    /** The organization with this slug; made with this name when there is none. Idempotent. */
    public long ensure(Connection connection, String slug, String name) throws SQLException {
        return Sql.of(ENSURE, slug, name).get(connection, row -> row.number("id"));
    }

    public Optional<Long> findIdBySlug(Connection connection, String slug) throws SQLException {
        return Sql.of(FIND, slug).find(connection, row -> row.number("id"));
    }

    public List<Long> listIds(Connection connection) throws SQLException {
        return Sql.of(IDS).list(connection, row -> row.number("id"));
    }

    /** Lets the organization synchronise a GitHub account. Idempotent. */
    public void addSourceAccount(Connection connection, long organizationId, String login) throws SQLException {
        Sql.of(ADD_ACCOUNT, organizationId, login).update(connection);
    }

    /** Idempotent. What was synchronised stays. */
    public void removeSourceAccount(Connection connection, long organizationId, String login) throws SQLException {
        Sql.of(REMOVE_ACCOUNT, organizationId, login).update(connection);
    }

    /** By login. */
    public List<SourceAccount> listSourceAccounts(Connection connection, long organizationId) throws SQLException {
        return Sql.of(ACCOUNTS, organizationId).list(connection, OrganizationStore::account);
    }

    /** Notes which account GitHub has under this login. */
    public void identifySourceAccount(Connection connection, long organizationId, String login, long githubId)
            throws SQLException {
        Sql.of(IDENTIFY, githubId, organizationId, login).update(connection);
    }

    private static SourceAccount account(Row row) throws SQLException {
        return new SourceAccount(row.number("organization_id"), row.text("login"), row.findNumber("github_id"));
    }
}
