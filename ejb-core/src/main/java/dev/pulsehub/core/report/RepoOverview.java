package dev.pulsehub.core.report;

import java.util.List;
import java.util.Map;

/** The repositories a person may see, with their numbers over a window. */
public record RepoOverview(Scope scope, Window window, List<RepoRow> repos, Map<String, RepoComparison> numbers) {}
