package dev.pulsehub.simulator.graphql;

import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Comment;
import dev.pulsehub.simulator.world.Commit;
import dev.pulsehub.simulator.world.Happening;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Label;
import dev.pulsehub.simulator.world.Milestone;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Review;
import dev.pulsehub.simulator.world.World;
import graphql.GraphQLError;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The part of GitHub's schema that is answered, field by field. */
final class WorldFields {

    private final World world;
    private final String webUrl;
    private final Fields fields = new Fields();

    private WorldFields(World world, String webUrl) {
        this.world = world;
        this.webUrl = webUrl;
    }

    static Fields over(World world, String webUrl) {
        WorldFields all = new WorldFields(world, webUrl);
        all.queries();
        all.accounts();
        all.repositories();
        all.issues();
        all.pulls();
        all.reviewsAndCommits();
        all.happenings();
        all.connections();
        return all.fields;
    }

    private void queries() {
        fields.of("Query", Object.class)
                .ask(
                        "viewer",
                        (root, environment) -> environment.getGraphQlContext().get("viewer"))
                .ask(
                        "rateLimit",
                        (root, environment) -> environment.getGraphQlContext().get("rateLimit"))
                .ask("repository", (root, environment) -> repository(environment))
                .ask("repositoryOwner", (root, environment) -> account(environment))
                .ask("organization", (root, environment) -> account(environment, "Organization"))
                .ask("user", (root, environment) -> account(environment, "User"))
                .ask("node", (root, environment) -> node(environment, environment.getArgument("id")))
                .ask("nodes", (root, environment) -> nodes(environment));
        fields.of("RateLimit", RateLimitState.class)
                .put("cost", RateLimitState::cost)
                .put("limit", RateLimitState::limit)
                .put("remaining", RateLimitState::remaining)
                .put("used", RateLimitState::used)
                .put("nodeCount", RateLimitState::nodeCount)
                .put("resetAt", RateLimitState::resetAt);
    }

    private Repo repository(DataFetchingEnvironment environment) {
        String owner = environment.getArgument("owner");
        String name = environment.getArgument("name");
        return world.repo(owner == null ? "" : owner, name == null ? "" : name)
                .filter(repo -> sees(environment, repo))
                .orElseThrow(() -> new QueryRefused(
                        "Could not resolve to a Repository with the name '" + owner + "/" + name + "'.", "NOT_FOUND"));
    }

    private Account account(DataFetchingEnvironment environment, String... types) {
        String login = environment.getArgument("login");
        return world.account(login == null ? "" : login)
                .filter(account -> types.length == 0 || List.of(types).contains(account.type()))
                .orElseThrow(() -> new QueryRefused(
                        "Could not resolve to a " + (types.length == 0 ? "User" : types[0]) + " with the login of '"
                                + login + "'.",
                        "NOT_FOUND"));
    }

    private boolean sees(DataFetchingEnvironment environment, Repo repo) {
        Account viewer = Objects.requireNonNull(environment.getGraphQlContext().get("viewer"));
        return world.permissions().of(viewer, repo).isPresent();
    }

    /** As GitHub does: what cannot be resolved is null in its place, with an error beside it. */
    private DataFetcherResult<List<@Nullable Object>> nodes(DataFetchingEnvironment environment) {
        List<String> ids = environment.getArgument("ids");
        List<@Nullable Object> found = new ArrayList<>();
        List<GraphQLError> errors = new ArrayList<>();
        for (String id : ids == null ? List.<String>of() : ids) {
            try {
                found.add(node(environment, id));
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

    private Object node(DataFetchingEnvironment environment, @Nullable String id) {
        NodeId node = NodeId.decode(id == null ? "" : id);
        Stream<Repo> repos = world.repos().stream().filter(repo -> sees(environment, repo));
        Stream<?> candidates = switch (node.type()) {
            case "Repository" -> repos.filter(one -> one.id() == node.number());
            case "Issue" -> repos.flatMap(Repo::issues).filter(one -> one.id() == node.number());
            case "PullRequest" -> repos.flatMap(Repo::pulls).filter(one -> one.id() == node.number());
            case "User", "Bot", "Organization" ->
                world.accounts().stream()
                        .filter(one -> one.id() == node.number() && one.type().equals(node.type()));
            default ->
                throw new QueryRefused(
                        "The simulator does not look up a " + node.type() + " by its id yet", "NOT_IMPLEMENTED");
        };
        return candidates
                .findFirst()
                .map(Object.class::cast)
                .orElseThrow(() -> new QueryRefused(
                        "Could not resolve to a node with the global id of '" + id + "'.", "NOT_FOUND"));
    }

    private void accounts() {
        for (String type : List.of("User", "Bot", "Organization", "Mannequin")) {
            fields.of(type, Account.class)
                    .put("id", account -> new NodeId(type, account.id()).encoded())
                    .put("databaseId", Account::id)
                    .put("login", account -> account.login().replaceAll("\\[bot]$", ""))
                    .put("name", account -> account.name())
                    .put("url", account -> webUrl + "/" + account.login())
                    .put("avatarUrl", account -> webUrl + "/avatars/u/" + account.id())
                    .ask("repositories", this::repositoriesOf);
        }
    }

    private Slice repositoriesOf(Account owner, DataFetchingEnvironment environment) {
        List<Repo> owned = world.repos().stream()
                .filter(repo -> repo.owner().equals(owner) && sees(environment, repo))
                .toList();
        return ordered(
                environment,
                owned,
                Map.of("CREATED_AT", Repo::createdAt, "UPDATED_AT", Repo::updatedAt, "PUSHED_AT", Repo::pushedAt),
                Repo::id);
    }

    private void repositories() {
        fields.of("Repository", Repo.class)
                .put("id", repo -> new NodeId("Repository", repo.id()).encoded())
                .put("databaseId", Repo::id)
                .put("name", Repo::name)
                .put("nameWithOwner", Repo::fullName)
                .put("owner", Repo::owner)
                .put("description", repo -> repo.profile().description())
                .put("isPrivate", repo -> repo.profile().isPrivate())
                .put("isArchived", repo -> repo.profile().isArchived())
                .put("isFork", repo -> repo.profile().isFork())
                .put("stargazerCount", repo -> repo.profile().stars())
                .put("forkCount", repo -> repo.profile().forks())
                .put("url", this::url)
                .put("createdAt", Repo::createdAt)
                .put("updatedAt", Repo::updatedAt)
                .put("pushedAt", Repo::pushedAt)
                .put("defaultBranchRef", repo -> repo.commits().isEmpty() ? null : new Branch(repo))
                .put("primaryLanguage", repo -> repo.profile().language().map(Language::new))
                .ask("issues", this::issuesOf)
                .ask("pullRequests", this::pullsOf)
                .ask("issue", (repo, environment) -> numbered(repo.issue(number(environment)), "an Issue", environment))
                .ask(
                        "pullRequest",
                        (repo, environment) -> numbered(repo.pull(number(environment)), "a PullRequest", environment))
                .ask("labels", (repo, environment) -> listed(environment, List.copyOf(repo.labels())))
                .ask("milestones", (repo, environment) -> listed(environment, List.copyOf(repo.milestones())));
        fields.of("Ref", Branch.class)
                .put("name", branch -> branch.repo().profile().defaultBranch())
                .put(
                        "target",
                        branch ->
                                new Head(branch.repo(), branch.repo().commits().getLast()));
        fields.of("Language", Language.class).put("name", Language::name);
        fields.of("Label", Label.class)
                .put("id", label -> new NodeId("Label", label.id()).encoded())
                .put("name", Label::name)
                .put("color", Label::color);
        fields.of("Milestone", Milestone.class)
                .put("id", milestone -> new NodeId("Milestone", milestone.id()).encoded())
                .put("number", Milestone::number)
                .put("title", Milestone::title)
                .put("state", milestone -> milestone.open() ? "OPEN" : "CLOSED")
                .put("dueOn", Milestone::dueAt)
                .put("createdAt", Milestone::createdAt)
                .put("updatedAt", Milestone::updatedAt)
                .put("closedAt", Milestone::closedAt)
                .put("url", milestone -> webUrl + "/milestone/" + milestone.number());
    }

    private Slice issuesOf(Repo repo, DataFetchingEnvironment environment) {
        Map<String, Object> filter = environment.getArgument("filterBy");
        Instant since =
                filter != null && filter.get("since") instanceof String text ? Instant.parse(text) : Instant.MIN;
        List<String> states = environment.getArgument("states");
        List<Issue> issues = repo.issues()
                .filter(issue -> !issue.updatedAt().isBefore(since))
                .filter(issue -> states == null || states.contains(issue.isOpen() ? "OPEN" : "CLOSED"))
                .toList();
        return ordered(
                environment, issues, Map.of("CREATED_AT", Issue::createdAt, "UPDATED_AT", Issue::updatedAt), Issue::id);
    }

    private Slice pullsOf(Repo repo, DataFetchingEnvironment environment) {
        List<String> states = environment.getArgument("states");
        List<Pull> pulls = repo.pulls()
                .filter(pull -> states == null || states.contains(pull.state()))
                .toList();
        return ordered(
                environment, pulls, Map.of("CREATED_AT", Pull::createdAt, "UPDATED_AT", Pull::updatedAt), Pull::id);
    }

    private <T extends Item> T numbered(Optional<T> item, String what, DataFetchingEnvironment environment) {
        return item.orElseThrow(() -> new QueryRefused(
                "Could not resolve to " + what + " with the number of " + number(environment) + ".", "NOT_FOUND"));
    }

    private static int number(DataFetchingEnvironment environment) {
        Integer number = environment.getArgument("number");
        return number == null ? 0 : number;
    }

    private void issues() {
        item(fields.of("Issue", Issue.class), "issues")
                .put("state", issue -> issue.isOpen() ? "OPEN" : "CLOSED")
                .put("stateReason", issue -> issue.stateReason().map(reason -> reason.toUpperCase(Locale.ROOT)));
        fields.of("IssueComment", Comment.class)
                .put("id", comment -> new NodeId("IssueComment", comment.id()).encoded())
                .put("fullDatabaseId", Comment::id)
                .put("author", Comment::author)
                .put("body", Comment::body)
                .put("createdAt", Comment::createdAt);
    }

    private <T extends Item> Fields.OfType<T> item(Fields.OfType<T> type, String path) {
        return type.put("id", item -> new NodeId(typeName(item), item.id()).encoded())
                .put("fullDatabaseId", Item::id)
                .put("number", Item::number)
                .put("title", Item::title)
                .put("url", item -> url(item.repo()) + "/" + path + "/" + item.number())
                .put("createdAt", Item::createdAt)
                .put("updatedAt", Item::updatedAt)
                .put("closedAt", Item::closedAt)
                .put("closed", item -> !item.isOpen())
                .put("author", Item::author)
                .put("milestone", Item::milestone)
                .put("repository", Item::repo)
                .ask("labels", (item, environment) -> listed(environment, item.labels()))
                .ask("comments", (item, environment) -> listed(environment, item.comments()))
                .ask(
                        "timelineItems",
                        (item, environment) ->
                                listed(environment, Happenings.of(item, environment.getArgument("itemTypes"))));
    }

    private void pulls() {
        item(fields.of("PullRequest", Pull.class), "pull")
                .put("state", Pull::state)
                .put("isDraft", Pull::draft)
                .put("mergedAt", Pull::mergedAt)
                .put("merged", pull -> pull.mergedAt().isPresent())
                .put("mergedBy", Pull::mergedBy)
                .put("mergeCommit", pull -> pull.mergeCommitSha().map(ShaOnly::new))
                .put("additions", Pull::additions)
                .put("deletions", Pull::deletions)
                .put("changedFiles", Pull::changedFiles)
                .put("headRefName", Pull::headRef)
                .put("headRefOid", Pull::headSha)
                .put("baseRefName", Pull::baseRef)
                .ask("reviews", (pull, environment) -> listed(environment, reviewsOf(pull)))
                .ask("commits", (pull, environment) -> listed(environment, commitsOf(pull)));
    }

    private record ReviewOf(Pull pull, Review review) {}

    private record CommitOf(Pull pull, Commit commit) {}

    private record Branch(Repo repo) {}

    /** The newest commit of the default branch, which has a history. */
    private record Head(Repo repo, Commit commit) {}

    private record Language(String name) {}

    private record ShaOnly(String sha) {}

    private static List<ReviewOf> reviewsOf(Pull pull) {
        return pull.reviews().stream()
                .sorted(Comparator.comparing(Review::submittedAt).thenComparing(Review::id))
                .map(review -> new ReviewOf(pull, review))
                .toList();
    }

    private static List<CommitOf> commitsOf(Pull pull) {
        return pull.commits().stream().map(commit -> new CommitOf(pull, commit)).toList();
    }

    private void reviewsAndCommits() {
        fields.of("PullRequestReview", ReviewOf.class)
                .put("id", of -> new NodeId("PullRequestReview", of.review().id()).encoded())
                .put("fullDatabaseId", of -> of.review().id())
                .put("state", of -> of.review().state())
                .put("submittedAt", of -> of.review().submittedAt())
                .put("author", of -> of.review().author())
                .ask("comments", (of, environment) -> listed(environment, commentsOf(of)));
        fields.of("PullRequestCommit", CommitOf.class).put("commit", CommitOf::commit);
        fields.of("Commit", Object.class)
                .put(
                        "oid",
                        of -> of instanceof ShaOnly only
                                ? only.sha()
                                : commit(of).sha())
                .put("authoredDate", of -> commit(of).authoredAt())
                .put("committedDate", of -> commit(of).committedAt())
                .put(
                        "messageHeadline",
                        of -> commit(of).message().lines().findFirst().orElse(""))
                .put("author", WorldFields::commit)
                .ask(
                        "parents",
                        (of, environment) -> listed(environment, commit(of).parents()))
                .ask("history", (of, environment) -> history(environment, ((Head) of).repo()));
        fields.of("GitActor", Commit.class)
                .put("name", Commit::authorName)
                .put("email", Commit::authorEmail)
                .put(
                        "user",
                        commit -> commit.author().filter(author -> author.type().equals("User")));
    }

    private static Commit commit(Object of) {
        return of instanceof Head head ? head.commit() : (Commit) of;
    }

    /** Newest first; a cursor counts from the first commit, so that it outlives a push. */
    private static Slice history(DataFetchingEnvironment environment, Repo repo) {
        Map<Commit, Integer> places = new java.util.IdentityHashMap<>();
        repo.commits().forEach(commit -> places.put(commit, 999_999_999 - places.size()));
        return Slice.of(
                environment, repo.commits().reversed(), commit -> "%09d".formatted(places.getOrDefault(commit, 0)));
    }

    private static List<?> commentsOf(ReviewOf of) {
        return of.pull().reviewComments().stream()
                .filter(comment -> comment.reviewId() == of.review().id())
                .toList();
    }

    private void happenings() {
        for (String type : List.of(
                "ClosedEvent",
                "ReopenedEvent",
                "MergedEvent",
                "ReadyForReviewEvent",
                "ConvertToDraftEvent",
                "HeadRefForcePushedEvent")) {
            fields.of(type, Happening.class)
                    .put("id", happening -> new NodeId(type, happening.id()).encoded())
                    .put("createdAt", Happening::at)
                    .put("actor", Happening::actor)
                    .put("beforeCommit", Happening::before);
        }
    }

    private void connections() {
        fields.of("PageInfo", Slice.class)
                .put("hasNextPage", Slice::hasNextPage)
                .put("hasPreviousPage", Slice::hasPreviousPage)
                .put("startCursor", Slice::startCursor)
                .put("endCursor", Slice::endCursor);
    }

    /** Every type whose name ends in Connection is answered alike. */
    static Object ofConnection(Slice slice, String field) {
        return switch (field) {
            case "totalCount" -> slice.totalCount();
            case "nodes" -> slice.nodes();
            case "edges" -> slice.edges();
            case "pageInfo" -> slice;
            default ->
                throw new QueryRefused(
                        "The simulator does not resolve " + field + " of a connection yet", "NOT_IMPLEMENTED");
        };
    }

    /** Every type whose name ends in Edge is answered alike. */
    static Object ofEdge(Slice.Edge edge, String field) {
        return switch (field) {
            case "cursor" -> edge.cursor();
            case "node" -> edge.node();
            default ->
                throw new QueryRefused(
                        "The simulator does not resolve " + field + " of an edge yet", "NOT_IMPLEMENTED");
        };
    }

    private String url(Repo repo) {
        return webUrl + "/" + repo.fullName();
    }

    static String typeName(Item item) {
        return switch (item) {
            case Issue issue -> "Issue";
            case Pull pull -> "PullRequest";
        };
    }

    /** The type of the schema that an object of the world has. */
    static String typeName(Object object) {
        return switch (object) {
            case Item item -> typeName(item);
            case Account account -> account.type();
            case Repo repo -> "Repository";
            case Head head -> "Commit";
            case Comment comment -> "IssueComment";
            case Happening happening ->
                Happenings.typeOf(happening).orElseThrow(() -> new IllegalStateException("no type for " + happening));
            default -> throw new IllegalStateException("no type for " + object.getClass());
        };
    }

    private static <T> Slice listed(DataFetchingEnvironment environment, List<T> all) {
        Map<T, Integer> places = new java.util.IdentityHashMap<>();
        for (T one : all) {
            places.put(one, places.size());
        }
        return Slice.of(environment, all, one -> "%09d".formatted(places.getOrDefault(one, 0)));
    }

    /** Sorted by the moment asked for; a cursor holds moment and id, so that it outlives moves of other nodes. */
    private static <T> Slice ordered(
            DataFetchingEnvironment environment,
            List<T> all,
            Map<String, Function<T, Instant>> moments,
            Function<T, Long> id) {
        Map<String, Object> order = environment.getArgument("orderBy");
        String field = order == null ? "CREATED_AT" : String.valueOf(order.get("field"));
        boolean descending = order != null && "DESC".equals(order.get("direction"));
        Function<T, Instant> moment = moments.get(field);
        if (moment == null) {
            throw new QueryRefused("The simulator does not order by " + field + " yet", "NOT_IMPLEMENTED");
        }
        Comparator<T> comparator = Comparator.comparing(moment).thenComparing(id);
        Function<T, String> key = one -> descending
                ? "%020d:%020d"
                        .formatted(Long.MAX_VALUE - moment.apply(one).getEpochSecond(), Long.MAX_VALUE - id.apply(one))
                : "%020d:%020d".formatted(moment.apply(one).getEpochSecond(), id.apply(one));
        return Slice.of(
                environment,
                all.stream()
                        .sorted(descending ? comparator.reversed() : comparator)
                        .toList(),
                key);
    }
}
