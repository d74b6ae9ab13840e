package dev.pulsehub.persistence.account;

import dev.pulsehub.persistence.connection.Bulk;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/**
 * Accounts, known by GitHub's id; a new login renames the row. Once a bot, always a bot: some of GitHub's answers show
 * bots in the shape of users.
 */
public final class AccountStore {

    private static final Bulk<StoredAccount> UPSERT = Bulk.<StoredAccount>into("pulse.account as known")
            .column("organization_id", "bigint", StoredAccount::organizationId)
            .column("github_id", "bigint", StoredAccount::githubId)
            .column("login", "text", StoredAccount::login)
            .column("name", "text", StoredAccount::name)
            .column("type", "text", StoredAccount::type)
            .column("is_bot", "boolean", StoredAccount::isBot)
            .column("avatar_url", "text", StoredAccount::avatarUrl)
            .column("seen_at", "timestamptz", StoredAccount::seenAt)
            .onConflict("""
                    on conflict on constraint account_pkey do update
                    set login = case when known.is_bot and not excluded.is_bot then known.login else excluded.login end,
                        name = coalesce(excluded.name, known.name),
                        type = case when known.type = 'Bot' then known.type else excluded.type end,
                        is_bot = known.is_bot or excluded.is_bot,
                        avatar_url = coalesce(excluded.avatar_url, known.avatar_url),
                        seen_at = greatest(excluded.seen_at, known.seen_at)
                    where excluded.seen_at > known.seen_at
                       or (known.name is null and excluded.name is not null)
                       or (excluded.is_bot and not known.is_bot)
                    """);

    /** Writes accounts, each id once. Idempotent. */
    public void write(Connection connection, Collection<StoredAccount> accounts) throws SQLException {
        UPSERT.write(connection, accounts);
    }
}
