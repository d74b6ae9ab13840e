package dev.pulsehub.persistence.account;

import dev.pulsehub.persistence.connection.Bulk;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** Accounts, known by GitHub's id; a new login renames the row. */
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
                    set login = excluded.login,
                        name = coalesce(excluded.name, known.name),
                        type = excluded.type,
                        is_bot = excluded.is_bot,
                        avatar_url = coalesce(excluded.avatar_url, known.avatar_url),
                        seen_at = excluded.seen_at
                    where excluded.seen_at > known.seen_at
                       or (known.name is null and excluded.name is not null)
                    """);

    /** Writes accounts, each id once. Idempotent. */
    public void write(Connection connection, Collection<StoredAccount> accounts) throws SQLException {
        UPSERT.write(connection, accounts);
    }
}
