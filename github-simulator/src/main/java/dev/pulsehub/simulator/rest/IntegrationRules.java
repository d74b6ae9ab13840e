package dev.pulsehub.simulator.rest;

import dev.pulsehub.simulator.signin.Access;
import dev.pulsehub.simulator.signin.Reach;
import dev.pulsehub.simulator.world.Repo;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which permission of a GitHub App opens which address under a repository. */
final class IntegrationRules {

    /** The permission for what comes after the repository's name; the first that fits. */
    private static final Map<String, String> BY_PART = new LinkedHashMap<>();

    static {
        BY_PART.put("/commits/[^/]+/(check-runs|check-suites)", "checks");
        BY_PART.put("/commits/[^/]+/status(es)?", "statuses");
        BY_PART.put("/(check-runs|check-suites)(/.*)?", "checks");
        BY_PART.put("/statuses/.*", "statuses");
        BY_PART.put("/actions/.*", "actions");
        BY_PART.put("/deployments(/.*)?", "deployments");
        BY_PART.put("/hooks(/.*)?", "repository_hooks");
        BY_PART.put("/pulls(/.*)?", "pull_requests");
        BY_PART.put("/(issues|labels|milestones|assignees)(/.*)?", "issues");
        BY_PART.put("/(commits|branches|compare|git|releases|tags|contributors)(/.*)?", "contents");
        BY_PART.put("", "metadata");
    }

    private IntegrationRules() {}

    /** GitHub's refusal where an app's token lacks the permission; people's own tokens are never refused here. */
    static Optional<Answer> refused(Question question, Repo repo, String template) {
        Optional<Map<String, String>> granted = question.access().reach().permissions();
        boolean reading = question.method().equals("GET");
        if (granted.isEmpty() || reading && !reaches(question.access(), repo)) {
            return Optional.empty(); // what is public is read without any
        }
        String permission = BY_PART.entrySet().stream()
                .filter(entry -> template.matches(entry.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse("metadata");
        String needed = permission.equals("metadata") && !reading ? "administration" : permission;
        String had = granted.get().getOrDefault(needed, needed.equals("metadata") ? "read" : "");
        if (reading ? !had.isEmpty() : had.equals("write")) {
            return Optional.empty();
        }
        return Optional.of(forbidden(needed + "=" + (reading ? "read" : "write")));
    }

    private static boolean reaches(Access access, Repo repo) {
        return repo.profile().isPrivate()
                || access.reach() instanceof Reach.Installed installed && installed.includes(repo);
    }

    /** What an app asks that only people may. */
    static Optional<Answer> refused(Question question) {
        boolean noPerson = question.access().kind() == Access.Kind.INSTALLATION
                || question.access().kind() == Access.Kind.APP;
        return noPerson && question.path().matches("/user(/.*)?")
                ? Optional.of(Answer.error(403, "Resource not accessible by integration"))
                : Optional.empty();
    }

    private static Answer forbidden(String accepted) {
        Answer answer = Answer.error(403, "Resource not accessible by integration");
        return new Answer(answer.status(), answer.body(), Map.of("X-Accepted-GitHub-Permissions", accepted));
    }
}
