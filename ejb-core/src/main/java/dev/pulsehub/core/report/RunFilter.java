package dev.pulsehub.core.report;

import java.util.Optional;
import java.util.Set;

/**
 * Which workflow runs a list holds. The range cuts by completion when ended runs are asked for, by start otherwise.
 *
 * @param state a status ({@code completed}, {@code in_progress}, {@code queued} ...) or a conclusion ({@code success}
 *     ...)
 * @param judged only runs that ended in success or in a failure of their own: those a success rate counts
 * @param workflow its name, number, path, or the file's name, exactly
 */
public record RunFilter(Selection selection, Optional<String> state, boolean judged, Optional<String> workflow) {

    private static final Set<String> RUNNING = Set.of("queued", "in_progress", "waiting", "pending", "requested");

    private static final String WORKFLOW = """
            (w.workflow = ? or exists (
                select from pulse.workflow f
                where f.organization_id = w.organization_id and f.repo_id = w.repository_id and f.name = w.workflow
                  and (f.github_id::text = ? or f.path = ? or f.path like '%/' || ?)))
            """;

    Conditions conditions(Scope scope, Range.Moments moments) {
        boolean ended = judged || state.isPresent() && !RUNNING.contains(state.orElseThrow());
        String moment = ended ? "w.completed_at" : "w.run_started_at";
        Conditions conditions = new Conditions()
                .and("w.organization_id = ?", selection.organizationId())
                .and("w.repository_id = any(?)", (Object) scope.repoIds())
                .maybe(moment + " >= ?", moments.from(), from -> from)
                .maybe(moment + " < ?", moments.to(), to -> to);
        workflow.ifPresent(one -> conditions.and(WORKFLOW, one, one, one, one));
        state.ifPresent(wanted -> conditions.and("? in (w.status, w.conclusion)", wanted));
        if (judged) {
            conditions.and("w.succeeded is not null");
        }
        return conditions;
    }
}
