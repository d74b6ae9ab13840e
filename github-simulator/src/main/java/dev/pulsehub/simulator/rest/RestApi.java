package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Comment;
import dev.pulsehub.simulator.world.Commit;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Milestone;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.ReviewComment;
import dev.pulsehub.simulator.world.World;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers every GET of the part of GitHub's REST API that is simulated. */
public final class RestApi {

    private static final int LAST_NUMBERED_PAGE = 99;

    private final World world;
    private final Shapes shapes;
    private final Paging paging;
    private final RunLists runs;
    private final List<Route> routes = new ArrayList<>();

    private record Route(Pattern path, BiFunction<Matcher, Question, Answer> handler) {}

    public RestApi(World world, Shapes shapes, String apiUrl) {
        this.world = world;
        this.shapes = shapes;
        this.paging = new Paging(apiUrl);
        this.runs = new RunLists(paging, shapes.runs());
        accountRoutes();
        issueRoutes();
        pullRoutes();
        actionRoutes();
    }

    /** Answers from one moment of the world. */
    public Answer get(Question question) {
        for (Route route : routes) {
            Matcher matcher = route.path().matcher(question.path());
            if (matcher.matches()) {
                return answer(route, matcher, question);
            }
        }
        return notFound();
    }

    private Answer answer(Route route, Matcher matcher, Question question) {
        try {
            return world.read(() -> route.handler().apply(matcher, question));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Answer.error(422, "Validation Failed: " + e.getMessage());
        }
    }

    private static Answer notFound() {
        return Answer.error(404, "Not Found");
    }

    private void route(String path, BiFunction<Matcher, Question, Answer> handler) {
        routes.add(new Route(Pattern.compile(path.replace("*", "([^/]+)")), handler));
    }

    /** A route under a repository, reached by name and by id. */
    private void repoRoute(String path, Of<Repo> handler) {
        route(
                "/repos/*/*" + path,
                (match, question) -> world.repo(match.group(1), match.group(2))
                        .filter(repo -> sees(question, repo))
                        .map(repo -> handler.answer(repo, tail(match, 3), question))
                        .orElseGet(RestApi::notFound));
        route(
                "/repositories/*" + path,
                (match, question) -> parseLong(match.group(1))
                        .flatMap(world::repo)
                        .filter(repo -> sees(question, repo))
                        .map(repo -> handler.answer(repo, tail(match, 2), question))
                        .orElseGet(RestApi::notFound));
    }

    private interface Of<T> {
        Answer answer(T subject, String id, Question question);
    }

    private void itemRoute(String path, Of<Item> handler) {
        repoRoute(
                "/issues/*" + path,
                (repo, id, question) -> parseLong(id)
                        .flatMap(number -> repo.item(number.intValue()))
                        .map(item -> handler.answer(item, id, question))
                        .orElseGet(RestApi::notFound));
    }

    private void pullRoute(String path, Of<Pull> handler) {
        repoRoute(
                "/pulls/*" + path,
                (repo, id, question) -> parseLong(id)
                        .flatMap(number -> repo.pull(number.intValue()))
                        .map(pull -> handler.answer(pull, id, question))
                        .orElseGet(RestApi::notFound));
    }

    private static String tail(Matcher match, int group) {
        return match.groupCount() >= group ? match.group(group) : "";
    }

    private static Optional<Long> parseLong(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private void accountRoutes() {
        route("/", (match, question) -> Answer.ok(JsonNodeFactory.instance.objectNode()));
        route("/users/*", (match, question) -> answer(world.account(match.group(1)), this::profile));
        route("/orgs/*", (match, question) -> answer(organization(match), this::profile));
        route(
                "/users/*/repos",
                (match, question) -> world.account(match.group(1))
                        .map(owner -> page(
                                question,
                                ownedBy(owner).stream()
                                        .filter(repo -> sees(question, repo))
                                        .toList(),
                                repo -> repo(question, repo)))
                        .orElseGet(RestApi::notFound));
        route(
                "/orgs/*/repos",
                (match, question) -> organization(match)
                        .map(owner -> page(
                                question,
                                ownedBy(owner).stream()
                                        .filter(repo -> sees(question, repo))
                                        .toList(),
                                repo -> repo(question, repo)))
                        .orElseGet(RestApi::notFound));
        viewerRoutes();
        repoRoute("", (repo, id, question) -> Answer.ok(repo(question, repo)));
        repoRoute(
                "/labels",
                (repo, id, question) -> page(question, List.copyOf(repo.labels()), label -> shapes.label(repo, label)));
        repoRoute(
                "/milestones",
                (repo, id, question) ->
                        page(question, milestones(repo, question), milestone -> shapes.milestone(repo, milestone)));
        repoRoute(
                "/commits",
                (repo, id, question) -> page(question, commits(repo, question), commit -> shapes.commit(repo, commit)));
    }

    private void viewerRoutes() {
        route("/user", (match, question) -> Answer.ok(profile(question.viewer())));
        route("/user/emails", (match, question) -> page(question, List.of(question.viewer()), shapes::email));
        route(
                "/user/repos",
                (match, question) -> page(
                        question,
                        world.repos().stream()
                                .filter(repo -> world.permissions()
                                        .relation(question.viewer(), repo)
                                        .isPresent())
                                .toList(),
                        repo -> repo(question, repo)));
        route("/user/orgs", (match, question) -> page(question, organizations(question), shapes::user));
        route(
                "/user/memberships/orgs",
                (match, question) ->
                        page(question, organizations(question), organization -> membership(question, organization)));
        route(
                "/user/memberships/orgs/*",
                (match, question) -> organization(match)
                        .filter(organizations(question)::contains)
                        .map(organization -> Answer.ok(membership(question, organization)))
                        .orElseGet(RestApi::notFound));
        route(
                "/orgs/*/members",
                (match, question) -> organization(match)
                        .map(organization -> page(question, world.permissions().membersOf(organization), shapes::user))
                        .orElseGet(RestApi::notFound));
        repoRoute(
                "/collaborators/*/permission",
                (repo, login, question) -> world.account(login)
                        .map(account -> Answer.ok(
                                shapes.permission(account, world.permissions().of(account, repo))))
                        .orElseGet(RestApi::notFound));
    }

    private boolean sees(Question question, Repo repo) {
        return world.permissions().of(question.viewer(), repo).isPresent();
    }

    private JsonNode repo(Question question, Repo repo) {
        return shapes.repo(repo, world.permissions().of(question.viewer(), repo));
    }

    private List<Account> organizations(Question question) {
        return world.accounts().stream()
                .filter(account -> account.type().equals("Organization"))
                .filter(organization -> world.permissions()
                        .role(organization, question.viewer())
                        .isPresent())
                .toList();
    }

    private JsonNode membership(Question question, Account organization) {
        return shapes.membership(
                organization,
                question.viewer(),
                world.permissions().role(organization, question.viewer()).orElseThrow());
    }

    private static List<Milestone> milestones(Repo repo, Question question) {
        String state = question.text("state").orElse("open");
        return repo.milestones().stream()
                .filter(milestone -> state.equals("all") || milestone.open() == state.equals("open"))
                .toList();
    }

    private static List<Commit> commits(Repo repo, Question question) {
        Instant until = question.moment("until").orElse(Instant.MAX);
        return repo.commits().reversed().stream()
                .filter(commit -> !commit.committedAt().isBefore(since(question)))
                .filter(commit -> !commit.committedAt().isAfter(until))
                .toList();
    }

    private Optional<Account> organization(Matcher match) {
        return world.account(match.group(1)).filter(account -> account.type().equals("Organization"));
    }

    private JsonNode profile(Account account) {
        return shapes.profile(account, ownedBy(account).size());
    }

    private static <T> Answer answer(Optional<T> found, Function<T, JsonNode> shape) {
        return found.map(shape).map(Answer::ok).orElseGet(RestApi::notFound);
    }

    private List<Repo> ownedBy(Account owner) {
        return world.repos().stream().filter(repo -> repo.owner().equals(owner)).toList();
    }

    private void issueRoutes() {
        repoRoute("/issues", (repo, id, question) -> issues(repo, question));
        repoRoute(
                "/issues/comments",
                (repo, id, question) -> page(
                        question,
                        repo.items().stream()
                                .flatMap(item -> item.comments().stream().map(comment -> new CommentOn(item, comment)))
                                .filter(on -> !on.comment().createdAt().isBefore(since(question)))
                                .sorted(Comparator.comparing(on -> on.comment().createdAt()))
                                .toList(),
                        on -> shapes.comment(on.item(), on.comment())));
        itemRoute("", (item, id, question) -> Answer.ok(shapes.issue(item)));
        itemRoute(
                "/comments",
                (item, id, question) -> page(question, item.comments(), comment -> shapes.comment(item, comment)));
    }

    private record CommentOn(Item item, Comment comment) {}

    private Answer issues(Repo repo, Question question) {
        if (question.number("page", 1) > LAST_NUMBERED_PAGE) {
            return Answer.error(
                    422,
                    "Pagination with the page parameter is not supported for large datasets, use cursor based pagination");
        }
        String state = question.text("state").orElse("open");
        Instant since = since(question);
        List<String> labels =
                question.text("labels").map(all -> List.of(all.split(",", -1))).orElse(List.of());
        Optional<String> creator = question.text("creator");
        Predicate<Item> asked = item -> inState(item, state)
                && (creator.isEmpty()
                        || item.author()
                                .filter(author -> author.login().equalsIgnoreCase(creator.get()))
                                .isPresent())
                && !item.updatedAt().isBefore(since)
                && labels.stream()
                        .allMatch(name -> item.labels().stream()
                                .anyMatch(label -> label.name().equalsIgnoreCase(name)));
        Order order = Order.of(question);
        List<Item> items =
                repo.items().stream().filter(asked).sorted(order.ofItems()).toList();
        return paging.byCursor(question, items, order, shapes::issue);
    }

    private static Instant since(Question question) {
        return question.moment("since").orElse(Instant.MIN);
    }

    private static boolean inState(Item item, String state) {
        return "all".equals(state) || item.isOpen() == "open".equals(state);
    }

    private void pullRoutes() {
        repoRoute("/pulls", (repo, id, question) -> {
            String state = question.text("state").orElse("open");
            return page(
                    question,
                    repo.pulls()
                            .filter(pull -> inState(pull, state))
                            .filter(pull -> question.text("base")
                                    .map(pull.baseRef()::equals)
                                    .orElse(true))
                            .sorted(Order.of(question).ofItems())
                            .toList(),
                    shapes::pullInList);
        });
        repoRoute(
                "/pulls/comments",
                (repo, id, question) -> page(
                        question,
                        repo.pulls()
                                .flatMap(pull -> pull.reviewComments().stream()
                                        .filter(one -> !one.createdAt().isBefore(since(question)))
                                        .sorted(Comparator.comparing(ReviewComment::createdAt))
                                        .map(one -> (JsonNode) shapes.reviewComment(pull, one)))
                                .toList(),
                        Function.identity()));
        pullRoute("", (pull, id, question) -> Answer.ok(shapes.pull(pull)));
        pullRoute(
                "/reviews",
                (pull, id, question) -> page(question, pull.reviews(), review -> shapes.review(pull, review)));
        pullRoute(
                "/comments",
                (pull, id, question) ->
                        page(question, pull.reviewComments(), comment -> shapes.reviewComment(pull, comment)));
        pullRoute(
                "/commits",
                (pull, id, question) -> page(question, pull.commits(), commit -> shapes.commit(pull.repo(), commit)));
    }

    private void actionRoutes() {
        repoRoute(
                "/actions/workflows",
                (repo, id, question) -> paging.wrapped(
                        question,
                        "workflows",
                        List.copyOf(repo.workflows()),
                        workflow -> shapes.runs().workflow(repo, workflow),
                        Integer.MAX_VALUE));
        repoRoute("/actions/runs", (repo, id, question) -> runs.list(repo, question));
        repoRoute(
                "/actions/runs/*",
                (repo, id, question) -> parseLong(id)
                        .flatMap(repo::run)
                        .map(run -> Answer.ok(shapes.runs().run(run)))
                        .orElseGet(RestApi::notFound));
        repoRoute(
                "/actions/runs/*/jobs",
                (repo, id, question) -> parseLong(id)
                        .flatMap(repo::run)
                        .map(run -> runs.jobs(run, question))
                        .orElseGet(RestApi::notFound));
    }

    private <T> Answer page(Question question, List<T> all, Function<T, ? extends JsonNode> shape) {
        return paging.byNumber(question, all, shape);
    }
}
