package dev.pulsehub.stack;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** How far the synchronisation is, as the database knows it; asked with the owner's login. */
public final class SyncProgress {

    private final String jdbcUrl;
    private final Properties login;

    /** @param ownerUrl {@code postgresql://user:password@host:port/database} */
    public SyncProgress(String ownerUrl) {
        URI url = URI.create(ownerUrl);
        List<String> user = List.of(url.getUserInfo().split(":", 2));
        jdbcUrl = "jdbc:postgresql://" + url.getHost() + ":" + url.getPort() + url.getPath();
        login = new Properties();
        login.setProperty("user", user.getFirst());
        login.setProperty("password", user.getLast());
        login.setProperty("connectTimeout", "5");
        login.setProperty("socketTimeout", "10");
    }

    /**
     * One look.
     *
     * @param repos repositories known so far
     * @param loaded those of them whose first load is done: all seven kinds of what is synchronised
     * @param items issues, pull requests, runs, commits and milestones stored by the synchronisation
     * @param expected what GitHub said there is, of the kinds whose synchronisation began
     * @param jobs synchronisations that wait or run
     * @param failure newest failure, where one is not overcome
     */
    public record Look(int repos, int loaded, long items, long expected, int jobs, Optional<String> failure) {

        /** Whether everything known was loaded once. */
        public boolean complete() {
            return repos > 0 && loaded == repos;
        }

        String words() {
            if (repos == 0) {
                return "asking which repositories there are";
            }
            String share = expected > items ? " of %,d so far".formatted(expected) : "";
            return "%,d of %,d repositories, %,d%s issues, pull requests, runs, commits and milestones"
                    .formatted(loaded, repos, items, share);
        }
    }

    /** Empty while the tables are not there yet. */
    public Optional<Look> look() {
        try (Connection connection = DriverManager.getConnection(jdbcUrl, login);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        with kinds as (
                            select organization_id, repo_id, count(*) as begun,
                                   count(first_load_done_at) as done, sum(item_count) as items,
                                   sum(greatest(item_total, item_count)) as expected
                            from pulse.sync_cursor group by organization_id, repo_id)
                        select (select count(*) from pulse.repo),
                               count(*) filter (where begun = 7 and done = begun),
                               coalesce(sum(items), 0), coalesce(sum(expected), 0),
                               (select count(*) from pulse.sync_job),
                               (select failure from pulse.sync_job where failure is not null limit 1)
                        from kinds""")) {
            row.next();
            return Optional.of(new Look(
                    row.getInt(1),
                    row.getInt(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getInt(5),
                    Optional.ofNullable(row.getString(6))));
        } catch (SQLException e) {
            return Optional.empty();
        }
    }
}
