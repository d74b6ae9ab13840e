package dev.pulsehub.persistence.repo;

import dev.pulsehub.persistence.connection.Bulk;
import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Set;

/** Labels and milestones of repositories. */
public final class PlanningStore {

    private static final Bulk<StoredMilestone> MILESTONES = Bulk.<StoredMilestone>into("pulse.milestone as known")
            .column("organization_id", "bigint", StoredMilestone::organizationId)
            .column("repo_id", "bigint", StoredMilestone::repoId)
            .column("number", "integer", StoredMilestone::number)
            .column("title", "text", StoredMilestone::title)
            .column("state", "text", StoredMilestone::state)
            .column("due_at", "timestamptz", StoredMilestone::dueAt)
            .column("created_at", "timestamptz", StoredMilestone::createdAt)
            .column("updated_at", "timestamptz", StoredMilestone::updatedAt)
            .column("closed_at", "timestamptz", StoredMilestone::closedAt)
            .column("url", "text", StoredMilestone::url)
            .onConflict("""
                    on conflict on constraint milestone_pkey do update
                    set title = excluded.title, state = excluded.state, due_at = excluded.due_at,
                        updated_at = excluded.updated_at, closed_at = excluded.closed_at
                    where excluded.updated_at >= known.updated_at
                    """);

    private static final Bulk<StoredLabel> LABELS = Bulk.<StoredLabel>into("pulse.label as known")
            .column("organization_id", "bigint", StoredLabel::organizationId)
            .column("repo_id", "bigint", StoredLabel::repoId)
            .column("name", "text", StoredLabel::name)
            .column("color", "text", StoredLabel::color)
            .onConflict("""
                    on conflict on constraint label_pkey do update
                    set color = excluded.color
                    where excluded.color <> known.color
                    """);

    /** Writes milestones, each number once. Idempotent. */
    public void writeMilestones(Connection connection, Collection<StoredMilestone> milestones) throws SQLException {
        MILESTONES.write(connection, milestones);
    }

    private static final String LEAVE_MILESTONES =
            "delete from pulse.milestone where organization_id = ? and repo_id = ? and not number = any (?)";

    /** The repository has milestones of these numbers and no others. */
    public void leaveMilestones(Connection connection, long organizationId, long repoId, Set<Integer> numbers)
            throws SQLException {
        Long[] left = numbers.stream().map(Integer::longValue).toArray(Long[]::new);
        Sql.of(LEAVE_MILESTONES, organizationId, repoId, left).update(connection);
    }

    /** Writes labels, each name once. Idempotent. */
    public void writeLabels(Connection connection, Collection<StoredLabel> labels) throws SQLException {
        LABELS.write(connection, labels);
    }
}
