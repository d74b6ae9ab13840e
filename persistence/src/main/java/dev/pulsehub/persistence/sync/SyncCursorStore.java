package dev.pulsehub.persistence.sync;

import dev.pulsehub.persistence.connection.Row;
import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Cursors, written in the transaction that stores what they speak of. */
public final class SyncCursorStore {

    /** What a cursor counts. */
    public enum Kind {
        ISSUES,
        PULLS,
        RUNS,
        MILESTONES,
        COMMITS,
        DEPLOYMENTS,
        RELEASES;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Which cursor. */
    public record Key(long organizationId, long repoId, Kind kind) {}

    private static final String FIND = """
            select page_cursor, pass_started_at, watermark, etag, first_load_done_at, item_count
            from pulse.sync_cursor
            where organization_id = ? and repo_id = ? and kind = ?
            """;

    private static final String PAGE = """
            insert into pulse.sync_cursor as known
                (organization_id, repo_id, kind, page_cursor, pass_started_at, item_count, item_total, request_count)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict on constraint sync_cursor_pkey do update
            set page_cursor = excluded.page_cursor, pass_started_at = excluded.pass_started_at,
                item_count = case when known.first_load_done_at is null
                                  then known.item_count + excluded.item_count else known.item_count end,
                item_total = excluded.item_total, request_count = known.request_count + excluded.request_count
            """;

    private static final String END = """
            insert into pulse.sync_cursor as known
                (organization_id, repo_id, kind, watermark, etag, first_load_done_at, succeeded_at, item_count, item_total,
                 request_count)
            values (?, ?, ?, ?, ?, now(), now(), ?, ?, ?)
            on conflict on constraint sync_cursor_pkey do update
            set page_cursor = null, pass_started_at = null,
                watermark = coalesce(excluded.watermark, known.watermark), etag = coalesce(excluded.etag, known.etag),
                first_load_done_at = coalesce(known.first_load_done_at, now()), succeeded_at = now(),
                item_count = excluded.item_count, item_total = coalesce(excluded.item_total, known.item_total),
                request_count = known.request_count + excluded.request_count, failed_at = null, failure = null
            """;

    private static final String FAILED = """
            insert into pulse.sync_cursor (organization_id, repo_id, kind, failed_at, failure)
            values (?, ?, ?, now(), ?)
            on conflict on constraint sync_cursor_pkey do update
            set failed_at = now(), failure = excluded.failure
            """;

    private static final String COUNTS = """
            select case ?
                when 'issues' then (select count(*) from pulse.issue where organization_id = ? and repo_id = ?)
                when 'pulls' then (select count(*) from pulse.pull_request where organization_id = ? and repo_id = ?)
                when 'commits' then (select count(*) from pulse.commit
                                     where organization_id = ? and repo_id = ? and on_default_branch)
                when 'deployments' then (select count(*) from pulse.deployment where organization_id = ? and repo_id = ?)
                when 'releases' then (select count(*) from pulse.release where organization_id = ? and repo_id = ?)
                when 'runs' then (select count(*) from pulse.workflow_run where organization_id = ? and repo_id = ?)
                else (select count(*) from pulse.milestone where organization_id = ? and repo_id = ?)
            end as stored
            """;

    public SyncCursor get(Connection connection, Key key) throws SQLException {
        return Sql.of(FIND, key.organizationId(), key.repoId(), key.kind().stored())
                .find(connection, SyncCursorStore::cursor)
                .orElse(SyncCursor.none());
    }

    /** A page of a pass is stored and more are to come. */
    public void page(
            Connection connection,
            Key key,
            String pageCursor,
            Instant passStartedAt,
            int items,
            int total,
            int requests)
            throws SQLException {
        Sql.of(
                        PAGE,
                        key.organizationId(),
                        key.repoId(),
                        key.kind().stored(),
                        pageCursor,
                        passStartedAt,
                        items,
                        total,
                        requests)
                .update(connection);
    }

    /** A pass came to its end: everything changed before the watermark is stored. */
    public void end(
            Connection connection,
            Key key,
            Optional<Instant> watermark,
            Optional<String> etag,
            Optional<Integer> total,
            int requests)
            throws SQLException {
        long org = key.organizationId();
        long repo = key.repoId();
        String kind = key.kind().stored();
        long stored = Sql.of(COUNTS, kind, org, repo, org, repo, org, repo, org, repo, org, repo, org, repo, org, repo)
                .get(connection, row -> row.number("stored"));
        Sql.of(
                        END,
                        org,
                        repo,
                        kind,
                        watermark.orElse(null),
                        etag.orElse(null),
                        stored,
                        total.map(Integer::longValue).orElse(null),
                        requests)
                .update(connection);
    }

    /** A pass failed; what to do about it is part of the text. */
    public void failed(Connection connection, Key key, String failure) throws SQLException {
        Sql.of(FAILED, key.organizationId(), key.repoId(), key.kind().stored(), failure)
                .update(connection);
    }

    private static SyncCursor cursor(Row row) throws SQLException {
        return new SyncCursor(
                row.findText("page_cursor"),
                row.findMoment("pass_started_at"),
                row.findMoment("watermark"),
                row.findText("etag"),
                row.findMoment("first_load_done_at").isPresent(),
                row.number("item_count"));
    }
}
