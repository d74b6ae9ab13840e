package dev.pulsehub.persistence.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.persistence.TestDatabase;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Sql;
import dev.pulsehub.persistence.connection.Transactions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountStoreIT {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    private final Transactions transactions = TestDatabase.fresh().transactions();
    private final AccountStore store = new AccountStore();

    @Test
    void a_newer_sight_renames_and_an_older_one_does_not() {
        write(user("ann", MONDAY));
        write(user("ann-new", MONDAY.plusSeconds(60)));
        write(user("ann-old", MONDAY.minusSeconds(60)));

        assertThat(stored()).isEqualTo("ann-new User false");
    }

    @Test
    void a_bot_that_a_commit_shows_as_a_user_stays_a_bot_whichever_comes_first() {
        write(user("renovate", MONDAY.plusSeconds(60)));
        write(bot(MONDAY));
        write(user("renovate", MONDAY.plusSeconds(120)));

        assertThat(stored()).isEqualTo("renovate[bot] Bot true");
    }

    private static StoredAccount user(String login, Instant seenAt) {
        return new StoredAccount(1, 7, login, null, "User", false, null, seenAt);
    }

    private static StoredAccount bot(Instant seenAt) {
        return new StoredAccount(1, 7, "renovate[bot]", null, "Bot", true, null, seenAt);
    }

    private void write(StoredAccount account) {
        transactions.run(Caller.writer(), connection -> {
            Sql.of("insert into pulse.organization (slug, name) values ('acme', 'Acme') on conflict do nothing")
                    .update(connection);
            store.write(connection, List.of(account));
        });
    }

    private String stored() {
        return transactions.call(
                Caller.writer(),
                connection -> Sql.of("select login, type, is_bot from pulse.account")
                        .get(connection, row -> row.text("login") + " " + row.text("type") + " " + row.flag("is_bot")));
    }
}
