package dev.pulsehub.simulator.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which classic scopes open an address, as {@code X-Accepted-OAuth-Scopes} says it; empty where none is needed. */
final class AcceptedScopes {

    private static final Map<String, String> BY_PATH = new LinkedHashMap<>();

    static {
        String organizations = "admin:org, read:org, repo, user, write:org";
        BY_PATH.put("/user/emails", "user, user:email");
        BY_PATH.put("/user/(orgs|memberships/.*)", organizations);
        BY_PATH.put("/orgs/[^/]+/hooks.*", "admin:org_hook");
        BY_PATH.put("/orgs/[^/]+/(members|memberships|teams).*", organizations);
        BY_PATH.put(
                "/repos/[^/]+/[^/]+/hooks.*", "admin:repo_hook, public_repo, read:repo_hook, repo, write:repo_hook");
        BY_PATH.put("/(repos/[^/]+/[^/]+|repositories/\\d+|user/repos|search)(/.*)?", "repo");
        BY_PATH.put("/graphql", "repo");
    }

    private AcceptedScopes() {}

    static String of(String path) {
        return BY_PATH.entrySet().stream()
                .filter(entry -> path.matches(entry.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse("");
    }
}
