package dev.pulsehub.persistence.organization;

import dev.pulsehub.persistence.connection.Row;
import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** People, known by GitHub's id. Written and read as {@link dev.pulsehub.persistence.connection.Caller#writer}. */
public final class PersonStore {

    private static final String UPSERT = """
            insert into pulse.person as known (github_id, login, name, avatar_url, last_signed_in_at)
            values (?, ?, ?, ?, now())
            on conflict on constraint person_github_id_key do update
            set login = excluded.login,
                name = coalesce(excluded.name, known.name),
                avatar_url = coalesce(excluded.avatar_url, known.avatar_url),
                last_signed_in_at = now()
            returning id, github_id, login, name, avatar_url
            """;

    private static final String FIND =
            "select id, github_id, login, name, avatar_url from pulse.person where github_id = ?";

    /** The person who signs in now, with the login GitHub gives them today. Idempotent. */
    public Person signIn(
            Connection connection, long githubId, String login, @Nullable String name, @Nullable String avatarUrl)
            throws SQLException {
        return Sql.of(UPSERT, githubId, login, name, avatarUrl).get(connection, PersonStore::person);
    }

    public Optional<Person> findByGitHubId(Connection connection, long githubId) throws SQLException {
        return Sql.of(FIND, githubId).find(connection, PersonStore::person);
    }

    private static Person person(Row row) throws SQLException {
        return new Person(
                row.number("id"),
                row.number("github_id"),
                row.text("login"),
                row.findText("name"),
                row.findText("avatar_url"));
    }
}
