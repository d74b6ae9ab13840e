package dev.pulsehub.web.analytics;

import dev.pulsehub.core.report.RepoName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rows a guest may see, as conditions Superset puts into every query. They are SQL, so nothing but numbers ever
 * gets into them; whoever may see no repository gets one that no row fulfils, never none at all.
 */
record RowRules(List<String> clauses) {

    private static final String NOTHING = "1=0";

    RowRules {
        clauses = List.copyOf(clauses);
    }

    static RowRules of(long organizationId, List<RepoName> visible) {
        if (visible.isEmpty()) {
            return new RowRules(List.of(NOTHING));
        }
        String repos = visible.stream().map(RepoName::id).map(String::valueOf).collect(Collectors.joining(","));
        return new RowRules(List.of("organization_id IN (" + organizationId + ")", "repository_id IN (" + repos + ")"));
    }
}
