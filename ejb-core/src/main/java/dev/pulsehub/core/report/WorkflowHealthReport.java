package dev.pulsehub.core.report;

import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Row;
import dev.pulsehub.persistence.connection.Sql;
import dev.pulsehub.persistence.connection.Transactions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** Tells how often workflow runs succeed and how long they take, in all and by workflow. */
@Dependent
public final class WorkflowHealthReport {

    private static final String QUERY = """
            with chosen as (
                select w.completed_at >= ? as recent, w.repo, w.workflow, w.run_id, w.succeeded, w.duration_seconds
                from report.workflow_run w
                where w.organization_id = ? and w.repository_id = any(?) and w.succeeded is not null
                  and w.completed_at >= ? and w.completed_at < ?)
            select recent, grouping(workflow) = 1 as total, repo, workflow,
                count(*) as runs, count(*) filter (where succeeded) as succeeded,
                max(run_id) filter (where not succeeded) as last_failed,
            """ + Percentiles.columns("duration_seconds", "duration") + """

            from chosen
            group by grouping sets ((recent), (recent, repo, workflow))
            """;

    private static final Comparator<WorkflowHealth.Workflow> WORST_FIRST = Comparator.comparingLong(
                    (WorkflowHealth.Workflow workflow) -> -workflow.outcome().failed())
            .thenComparing(WorkflowHealth.Workflow::repo)
            .thenComparing(WorkflowHealth.Workflow::name);

    private final Transactions transactions;
    private final Clock clock;

    private record Group(boolean recent, boolean total, WorkflowHealth.Workflow workflow) {}

    @Inject
    public WorkflowHealthReport(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    public WorkflowHealth read(Selection selection) {
        return transactions.call(Caller.reader(selection.personId()), connection -> {
            Instant now = clock.instant();
            Scope scope = Scope.read(connection, selection, now);
            Window window = scope.window(selection.range(), now);
            List<Group> groups = Sql.of(
                            QUERY,
                            window.from(),
                            selection.organizationId(),
                            scope.repoIds(),
                            window.previousFrom(),
                            window.to())
                    .list(connection, WorkflowHealthReport::group);
            return new WorkflowHealth(
                    scope,
                    window,
                    total(groups, true),
                    total(groups, false),
                    groups.stream()
                            .filter(group -> group.recent() && !group.total())
                            .map(Group::workflow)
                            .sorted(WORST_FIRST)
                            .toList());
        });
    }

    private static WorkflowHealth.Outcome total(List<Group> groups, boolean recent) {
        return groups.stream()
                .filter(group -> group.total() && group.recent() == recent)
                .findFirst()
                .map(group -> group.workflow().outcome())
                .orElse(WorkflowHealth.Outcome.NONE);
    }

    private static Group group(Row row) throws SQLException {
        OptionalLong lastFailed = row.findNumber("last_failed").isPresent()
                ? OptionalLong.of(row.number("last_failed"))
                : OptionalLong.empty();
        WorkflowHealth.Outcome outcome = new WorkflowHealth.Outcome(
                row.number("runs"), row.number("succeeded"), Percentiles.read(row, "duration"));
        return new Group(
                row.flag("recent"),
                row.flag("total"),
                new WorkflowHealth.Workflow(
                        row.findText("repo").orElse(""),
                        row.findText("workflow").orElse(""),
                        outcome,
                        lastFailed));
    }
}
