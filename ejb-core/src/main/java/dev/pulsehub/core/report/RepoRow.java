package dev.pulsehub.core.report;

import dev.pulsehub.persistence.connection.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** One repository as the API shows it. */
public record RepoRow(
        long id,
        String repo,
        Optional<String> description,
        Traits traits,
        Optional<String> defaultBranch,
        Optional<String> language,
        int stars,
        int forks,
        Instant createdAt,
        Instant updatedAt,
        Optional<Instant> pushedAt,
        String url) {

    /** What GitHub says it is. */
    public record Traits(boolean isPrivate, boolean archived, boolean fork) {}

    static RepoRow read(Row row) throws SQLException {
        return new RepoRow(
                row.number("repository_id"),
                row.text("repo"),
                row.findText("description"),
                new Traits(row.flag("private"), row.flag("archived"), row.flag("fork")),
                row.findText("default_branch"),
                row.findText("language"),
                row.count("stars"),
                row.count("forks"),
                row.moment("created_at"),
                row.moment("updated_at"),
                row.findMoment("pushed_at"),
                row.text("url"));
    }
}
