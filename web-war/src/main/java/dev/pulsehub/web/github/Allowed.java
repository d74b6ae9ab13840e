package dev.pulsehub.web.github;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What of GitHub's API people reach through us: what they read, and what they write about issues. Keys, hooks,
 * settings, memberships and everything that is not named is left out.
 */
final class Allowed {

    private static final String REPO = "(?:repos/[^/]+/[^/]+|repositories/[0-9]+)";
    private static final String THINGS =
            "(?:branches|commits|compare|contributors|contents|readme|languages|topics|tags|"
                    + "releases|issues|pulls|labels|milestones|assignees|comments|events|deployments|environments|check-runs|"
                    + "check-suites|statuses|actions/runs|actions/jobs|actions/workflows|git/(?:ref|refs|trees|commits|tags)|"
                    + "stats|stargazers|subscribers|forks|activity)";

    private static final List<Pattern> READ = patterns(
            "user",
            "user/repos",
            "user/orgs",
            "user/memberships/orgs(?:/[^/]+)?",
            "users/[^/]+(?:/(?:repos|orgs))?",
            "orgs/[^/]+(?:/(?:repos|members|teams|issues))?",
            "organizations/[0-9]+(?:/(?:repos|members|teams))?",
            "rate_limit",
            "issues",
            "search/(?:issues|repositories|commits|users|labels)",
            REPO,
            REPO + "/" + THINGS + "(?:/.+)?");

    private static final List<Pattern> CREATE =
            patterns(REPO + "/issues", REPO + "/issues/[0-9]+/comments", REPO + "/issues/[0-9]+/labels", "markdown");

    private static final List<Pattern> CHANGE = patterns(REPO + "/issues/[0-9]+", REPO + "/issues/comments/[0-9]+");

    private static final List<Pattern> REMOVE = patterns(REPO + "/issues/[0-9]+/labels/[^/]+");

    private Allowed() {}

    /** @param path without a slash before and behind it */
    static boolean is(String method, String path) {
        return switch (method) {
            case "GET", "HEAD" -> any(READ, path);
            case "POST" -> any(CREATE, path) || path.equals("graphql");
            case "PATCH" -> any(CHANGE, path);
            case "DELETE" -> any(REMOVE, path);
            default -> false;
        };
    }

    /** Whether it changes something on GitHub; of GraphQL only questions go through. */
    static boolean writes(String method, String path) {
        return !method.equals("GET") && !method.equals("HEAD") && !path.equals("graphql");
    }

    private static boolean any(List<Pattern> patterns, String path) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(path).matches());
    }

    private static List<Pattern> patterns(String... expressions) {
        return Stream.of(expressions).map(Pattern::compile).toList();
    }
}
