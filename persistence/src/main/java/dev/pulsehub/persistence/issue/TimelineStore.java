package dev.pulsehub.persistence.issue;

import dev.pulsehub.persistence.connection.Bulk;
import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;

/** Comments and events of issues and pull requests. */
public final class TimelineStore {

    private static final Bulk<StoredComment> COMMENTS = Bulk.<StoredComment>into("pulse.comment_fact")
            .column("organization_id", "bigint", StoredComment::organizationId)
            .column("github_id", "bigint", StoredComment::githubId)
            .column("repo_id", "bigint", StoredComment::repoId)
            .column("number", "integer", StoredComment::number)
            .column("author_id", "bigint", StoredComment::authorId)
            .column("created_at", "timestamptz", StoredComment::createdAt)
            .onConflict("""
                    on conflict on constraint comment_fact_pkey do update
                    set repo_id = excluded.repo_id, number = excluded.number, author_id = excluded.author_id
                    """);

    private static final Bulk<StoredEvent> EVENTS = Bulk.<StoredEvent>into("pulse.timeline_event")
            .column("organization_id", "bigint", StoredEvent::organizationId)
            .column("repo_id", "bigint", StoredEvent::repoId)
            .column("number", "integer", StoredEvent::number)
            .column("kind", "text", StoredEvent::kind)
            .column("occurred_at", "timestamptz", StoredEvent::occurredAt)
            .column("actor_id", "bigint", StoredEvent::actorId)
            .column("before_commit_at", "timestamptz", StoredEvent::beforeCommitAt)
            .onConflict("""
                    on conflict on constraint timeline_event_pkey do update
                    set actor_id = excluded.actor_id, before_commit_at = excluded.before_commit_at
                    """);

    private static final String FORGET_COMMENTS =
            "delete from pulse.comment_fact where organization_id = ? and repo_id = ? and number = any (?)";

    private static final String FORGET_EVENTS =
            "delete from pulse.timeline_event where organization_id = ? and repo_id = ? and number = any (?)";

    /** Adds comments, each id once. Idempotent. */
    public void addComments(Connection connection, Collection<StoredComment> comments) throws SQLException {
        COMMENTS.write(connection, comments);
    }

    /** Adds events, each kind and moment once per number. Idempotent. */
    public void addEvents(Connection connection, Collection<StoredEvent> events) throws SQLException {
        EVENTS.write(connection, events);
    }

    /** Forgets everything of these numbers, before a whole version of them is written. */
    public void forget(Connection connection, long organizationId, long repoId, Set<Integer> numbers)
            throws SQLException {
        Long[] keys = numbers.stream().map(Integer::longValue).toArray(Long[]::new);
        Sql.of(FORGET_COMMENTS, organizationId, repoId, keys).update(connection);
        Sql.of(FORGET_EVENTS, organizationId, repoId, keys).update(connection);
    }
}
