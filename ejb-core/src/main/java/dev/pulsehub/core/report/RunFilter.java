package dev.pulsehub.core.report;

import java.util.Optional;
import java.util.Set;

/**
 * Which workflow runs a list holds. The range cuts by completion when ended runs are asked for, by start otherwise.
 *
 * @param state a status ({@code completed}, {@code in_progress}, {@code queued} ...) or a conclusion ({@code success}
 *     ...)
 * @param judged only runs that ended in success or in a failure of their own: those a success rate counts
 * @param workflow name, exactly
 */
public record RunFilter(Selection selection, Optional<String> state, boolean judged, Optional<String> workflow) {

    private static final Set<String> RUNNING = Set.of("queued", "in_progress", "waiting", "pending", "requested");

    Conditions conditions(Scope scope, Range.Moments moments) {
        boolean ended = judged || state.isPresent() && !RUNNING.contains(state.orElseThrow());
        String moment = ended ? "w.completed_at" : "w.run_started_at";
        Conditions conditions = new Conditions()
                .and("w.organization_id = ?", selection.organizationId())
                .and("w.repository_id = any(?)", (Object) scope.repoIds())
                .maybe("w.workflow = ?", workflow, name -> name)
                .maybe(moment + " >= ?", moments.from(), from -> from)
                .maybe(moment + " < ?", moments.to(), to -> to);
        state.ifPresent(wanted -> conditions.and("? in (w.status, w.conclusion)", wanted));
        if (judged) {
            conditions.and("w.succeeded is not null");
        }
        return conditions;
    }
}
