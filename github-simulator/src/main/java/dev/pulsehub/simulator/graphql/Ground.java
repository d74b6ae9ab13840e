package dev.pulsehub.simulator.graphql;

import dev.pulsehub.simulator.signin.Access;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Permissions.Right;
import dev.pulsehub.simulator.world.Project;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.World;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What every group of fields stands on. */
record Ground(World world, String webUrl, Fields fields) {

    /** Whom GitHub names where an account is gone and the schema wants somebody. */
    static final Account GHOST = new Account(10_137, "ghost", "User", Optional.of("Deleted user"));

    static Account viewer(DataFetchingEnvironment environment) {
        return access(environment).account();
    }

    private static Access access(DataFetchingEnvironment environment) {
        return Objects.requireNonNull(environment.getGraphQlContext().get("access"));
    }

    Optional<Right> right(DataFetchingEnvironment environment, Repo repo) {
        return access(environment).within(repo, world.permissions().of(viewer(environment), repo));
    }

    boolean sees(DataFetchingEnvironment environment, Repo repo) {
        return right(environment, repo).isPresent();
    }

    /** Whether the viewer is the account or a member of it, and so sees its teams and projects. */
    boolean belongs(DataFetchingEnvironment environment, Account owner) {
        Account viewer = viewer(environment);
        return owner.equals(viewer)
                || access(environment)
                        .reach()
                        .role(owner, world.permissions().role(owner, viewer))
                        .isPresent();
    }

    /** Projects of an account the viewer belongs to; GitHub's refusal where the token may not read projects. */
    List<Project> projects(DataFetchingEnvironment environment, Account owner) {
        needsScope(environment, "read:project", "project");
        return belongs(environment, owner) ? world.projectsOf(owner) : List.of();
    }

    private static void needsScope(DataFetchingEnvironment environment, String scope, String wider) {
        Access access = access(environment);
        if (!access.isScoped()) {
            if (!access.reach().permissions().orElse(Map.of()).containsKey("organization_projects")) {
                throw new QueryRefused("Resource not accessible by integration", "FORBIDDEN");
            }
            return;
        }
        List<String> granted = List.of(access.scopes().split(",\\s*"));
        if (!granted.contains(scope) && !granted.contains(wider)) {
            throw new QueryRefused(
                    "Your token has not been granted the required scopes to execute this query. The '"
                            + environment.getField().getName() + "' field requires one of the following scopes: ['"
                            + scope + "'], but your token has only been granted the: ['"
                            + String.join("', '", granted) + "'] scopes.",
                    "INSUFFICIENT_SCOPES");
        }
    }

    static String path(Repo repo) {
        return "/" + repo.fullName();
    }

    static String path(Item item) {
        return path(item.repo()) + (item instanceof Pull ? "/pull/" : "/issues/") + item.number();
    }

    /** Gives the type the two fields of what has a page. */
    <T> Fields.OfType<T> addressed(Fields.OfType<T> type, Function<T, String> path) {
        return type.put("url", one -> webUrl + path.apply(one)).put("resourcePath", path::apply);
    }

    static int number(DataFetchingEnvironment environment) {
        Integer number = environment.getArgument("number");
        return number == null ? 0 : number;
    }
}
