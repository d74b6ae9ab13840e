package dev.pulsehub.simulator.graphql;

import dev.pulsehub.simulator.api.Search;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Repo;
import graphql.GraphQLError;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where every query begins. */
final class RootFields {

    /** Of what a search finds, no more can be read. */
    private static final int MOST_RESULTS = 1000;

    private final Ground ground;
    private final Nodes nodes;

    private RootFields(Ground ground) {
        this.ground = ground;
        this.nodes = new Nodes(ground);
    }

    static void add(Ground ground) {
        RootFields root = new RootFields(ground);
        ground.fields()
                .of("Query", Object.class)
                .ask("viewer", (query, environment) -> Ground.viewer(environment))
                .ask(
                        "rateLimit",
                        (query, environment) -> environment.getGraphQlContext().get("rateLimit"))
                .ask("repository", (query, environment) -> root.repository(environment))
                .ask("repositoryOwner", (query, environment) -> root.account(environment))
                .ask("organization", (query, environment) -> root.account(environment, "Organization"))
                .ask("user", (query, environment) -> root.account(environment, "User"))
                .ask("search", (query, environment) -> root.search(environment))
                .ask("node", (query, environment) -> root.nodes.find(environment, environment.getArgument("id")))
                .ask("nodes", (query, environment) -> root.found(environment));
        ground.fields()
                .of("RateLimit", RateLimitState.class)
                .put("cost", RateLimitState::cost)
                .put("limit", RateLimitState::limit)
                .put("remaining", RateLimitState::remaining)
                .put("used", RateLimitState::used)
                .put("nodeCount", RateLimitState::nodeCount)
                .put("resetAt", RateLimitState::resetAt);
        ground.fields()
                .of("PageInfo", Slice.class)
                .put("hasNextPage", Slice::hasNextPage)
                .put("hasPreviousPage", Slice::hasPreviousPage)
                .put("startCursor", Slice::startCursor)
                .put("endCursor", Slice::endCursor);
    }

    private Repo repository(DataFetchingEnvironment environment) {
        String owner = Lists.text(environment, "owner").orElse("");
        String name = Lists.text(environment, "name").orElse("");
        Boolean follow = environment.getArgument("followRenames");
        return ground.world()
                .repo(owner, name)
                .or(() -> Boolean.FALSE.equals(follow)
                        ? java.util.Optional.empty()
                        : ground.world().formerly(owner, name))
                .filter(repo -> ground.sees(environment, repo))
                .map(RootFields::unblocked)
                .orElseThrow(() -> new QueryRefused(
                        "Could not resolve to a Repository with the name '" + owner + "/" + name + "'.", "NOT_FOUND"));
    }

    private static Repo unblocked(Repo repo) {
        if (repo.blockedAt().isPresent()) {
            throw new QueryRefused("Repository access blocked", "FORBIDDEN");
        }
        return repo;
    }

    private Account account(DataFetchingEnvironment environment, String... types) {
        String login = Lists.text(environment, "login").orElse("");
        return ground.world()
                .account(login)
                .filter(account -> types.length == 0 || List.of(types).contains(account.type()))
                .orElseThrow(() -> new QueryRefused(
                        "Could not resolve to a " + (types.length == 0 ? "User" : types[0]) + " with the login of '"
                                + login + "'.",
                        "NOT_FOUND"));
    }

    private Slice search(DataFetchingEnvironment environment) {
        if (!"ISSUE".equals(String.valueOf(environment.<Object>getArgument("type")))) {
            throw new QueryRefused("The simulator searches for issues and pull requests only", "NOT_IMPLEMENTED");
        }
        Search search = search(Lists.text(environment, "query").orElse(""));
        List<Item> found = ground.world().repos().stream()
                .filter(repo -> ground.sees(environment, repo))
                .flatMap(repo -> repo.items().stream())
                .filter(search)
                .sorted(Comparator.comparing(Item::createdAt).reversed())
                .toList();
        return Lists.listed(environment, found.subList(0, Math.min(MOST_RESULTS, found.size())))
                .outOf(found.size());
    }

    private static Search search(String text) {
        try {
            return Search.of(text);
        } catch (IllegalArgumentException e) {
            throw new QueryRefused(String.valueOf(e.getMessage()), "NOT_IMPLEMENTED");
        }
    }

    /** As GitHub does: what cannot be resolved is null in its place, with an error beside it. */
    private DataFetcherResult<List<@Nullable Object>> found(DataFetchingEnvironment environment) {
        List<String> ids = environment.getArgument("ids");
        List<@Nullable Object> found = new ArrayList<>();
        List<GraphQLError> errors = new ArrayList<>();
        for (String id : ids == null ? List.<String>of() : ids) {
            try {
                found.add(nodes.find(environment, id));
            } catch (QueryRefused e) {
                errors.add(new TypedError(
                        e.type(),
                        String.valueOf(e.getMessage()),
                        environment
                                .getExecutionStepInfo()
                                .getPath()
                                .segment(found.size())
                                .toList(),
                        environment.getField().getSourceLocation()));
                found.add(null);
            }
        }
        return DataFetcherResult.<List<@Nullable Object>>newResult()
                .data(found)
                .errors(errors)
                .build();
    }
}
