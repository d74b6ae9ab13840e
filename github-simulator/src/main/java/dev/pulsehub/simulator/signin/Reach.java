package dev.pulsehub.simulator.signin;

import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Permissions.Right;
import dev.pulsehub.simulator.world.Repo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which repositories a credential reaches, and how far, whatever its account may do. */
public sealed interface Reach {

    /** What it lets do with a repository, given what the account may do; empty hides the repository. */
    Optional<Right> right(Repo repo, Optional<Right> held);

    /** {@code admin} or {@code member}, given what the account is; empty where it is told nothing from inside. */
    default Optional<String> role(Account organization, Optional<String> held) {
        return held;
    }

    /** What a GitHub App may do, by permission, {@code read} or {@code write}; empty where no app limits it. */
    default Optional<Map<String, String>> permissions() {
        return Optional.empty();
    }

    /** Names what it belongs to, where that is no person. */
    default String key() {
        return "";
    }

    private static Optional<Right> publicOnly(Repo repo) {
        return repo.profile().isPrivate() ? Optional.empty() : Optional.of(Right.PULL);
    }

    /** What everybody can read. */
    record Public() implements Reach {
        @Override
        public Optional<Right> right(Repo repo, Optional<Right> held) {
            return publicOnly(repo);
        }
    }

    /** As far as classic scopes let it: {@code repo} for everything, {@code public_repo} for writing what is public. */
    record Scoped(boolean everything, boolean publicOnes) implements Reach {

        static Scoped of(String scopes) {
            List<String> granted = List.of(scopes.split(",\\s*", -1));
            return new Scoped(granted.contains("repo"), granted.contains("public_repo"));
        }

        @Override
        public Optional<Right> right(Repo repo, Optional<Right> held) {
            if (everything || publicOnes && !repo.profile().isPrivate()) {
                return held;
            }
            return publicOnly(repo);
        }
    }

    /**
     * An installation's repositories, or some of them.
     *
     * @param only ids of repositories; empty for all the installation has
     */
    record Installed(Installation installation, Set<Long> only, Map<String, String> granted) implements Reach {

        public Installed {
            only = Set.copyOf(only);
            granted = Map.copyOf(granted);
        }

        public boolean includes(Repo repo) {
            return installation.includes(repo) && (only.isEmpty() || only.contains(repo.id()));
        }

        @Override
        public Optional<Right> right(Repo repo, Optional<Right> held) {
            return includes(repo) ? Optional.of(mostOf(granted)) : publicOnly(repo);
        }

        @Override
        public Optional<Map<String, String>> permissions() {
            return Optional.of(granted);
        }

        @Override
        public Optional<String> role(Account organization, Optional<String> held) {
            if (!installation.account().equals(organization)) {
                return Optional.empty();
            }
            if (granted.containsKey("organization_hooks") || granted.containsKey("organization_administration")) {
                return Optional.of("admin");
            }
            return granted.containsKey("members") ? Optional.of("member") : Optional.empty();
        }

        @Override
        public String key() {
            return "installation " + installation.id();
        }
    }

    /** A person's repositories, as far as the app is installed there. */
    record OnBehalf(Apps apps, GitHubApp app) implements Reach {
        @Override
        public Optional<Right> right(Repo repo, Optional<Right> held) {
            return apps.installation(app, repo).isPresent() ? held : publicOnly(repo);
        }

        @Override
        public Optional<Map<String, String>> permissions() {
            return Optional.of(app.permissions());
        }
    }

    /** The app itself, which reads nothing but about itself. */
    record OfApp(GitHubApp app) implements Reach {
        @Override
        public Optional<Right> right(Repo repo, Optional<Right> held) {
            return publicOnly(repo);
        }

        @Override
        public Optional<Map<String, String>> permissions() {
            return Optional.of(Map.of());
        }

        @Override
        public String key() {
            return "app " + app.id();
        }
    }

    /** Each permission is checked by itself; this says only which of the rights of people comes closest. */
    private static Right mostOf(Map<String, String> granted) {
        if (granted.containsKey("administration") || granted.containsKey("repository_hooks")) {
            return Right.ADMIN;
        }
        return granted.containsValue("write") ? Right.PUSH : Right.PULL;
    }
}
