package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Comment;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Repo;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reading issues, pull requests among them, and their comments. */
final class IssueRoutes {

    private static final int LAST_NUMBERED_PAGE = 99;

    private final Area area;

    private IssueRoutes(Area area) {
        this.area = area;
    }

    private record CommentOn(Item item, Comment comment) {}

    static void add(Area area) {
        IssueRoutes issues = new IssueRoutes(area);
        IssueShapes shapes = area.shapes().issues();
        Routes routes = area.routes();
        routes.repo("/issues", issues::list);
        routes.repo("/issues/comments", issues::comments);
        routes.repo(
                "/issues/comments/*",
                (repo, ids, question) ->
                        Area.answer(comment(repo, ids.getFirst()), on -> shapes.comment(on.item(), on.comment())));
        routes.item("", (item, ids, question) -> Answer.ok(shapes.issue(item)));
        routes.item(
                "/comments",
                (item, ids, question) -> area.page(
                        question,
                        item.comments().stream()
                                .filter(comment -> !comment.updatedAt().isBefore(Area.since(question)))
                                .toList(),
                        comment -> shapes.comment(item, comment)));
        routes.item(
                "/labels",
                (item, ids, question) -> area.page(
                        question, item.labels(), label -> area.shapes().plans().label(item.repo(), label)));
        routes.item(
                "/sub_issues",
                (item, ids, question) -> area.page(
                        question, item instanceof Issue issue ? issue.subIssues() : List.<Issue>of(), shapes::issue));
        routes.item(
                "/parent",
                (item, ids, question) -> Area.answer(
                        item instanceof Issue issue ? issue.parent() : Optional.<Issue>empty(), shapes::issue));
        routes.item(
                "/dependencies/blocked_by",
                (item, ids, question) -> area.page(
                        question, item instanceof Issue issue ? issue.blockers() : List.<Issue>of(), shapes::issue));
        routes.get(
                "/orgs/*/issue-types",
                (ids, question) -> area.organization(ids.getFirst())
                        .map(organization ->
                                Answer.ok(Shapes.list(area.world().issueTypes(organization), shapes::type)))
                        .orElseGet(Answer::notFound));
    }

    private static Optional<CommentOn> comment(Repo repo, String id) {
        return repo.items().stream()
                .flatMap(item -> item.comments().stream().map(comment -> new CommentOn(item, comment)))
                .filter(on -> Long.toString(on.comment().id()).equals(id))
                .findFirst();
    }

    /** The whole repository's comments by creation, or by their last edit. */
    private Answer comments(Repo repo, List<String> ids, Question question) {
        boolean updated = question.text("sort").filter("updated"::equals).isPresent();
        Comparator<CommentOn> order = Comparator.comparing((CommentOn on) ->
                        updated ? on.comment().updatedAt() : on.comment().createdAt())
                .thenComparing(on -> on.comment().id());
        boolean descending = question.text("direction").filter("desc"::equals).isPresent();
        return area.page(
                question,
                repo.items().stream()
                        .flatMap(item -> item.comments().stream().map(comment -> new CommentOn(item, comment)))
                        .filter(on -> !on.comment().updatedAt().isBefore(Area.since(question)))
                        .sorted(descending ? order.reversed() : order)
                        .toList(),
                on -> area.shapes().issues().comment(on.item(), on.comment()));
    }

    private Answer list(Repo repo, List<String> ids, Question question) {
        if (!area.shapes().issuesByNumber() && question.number("page", 1) > LAST_NUMBERED_PAGE) {
            return Answer.error(
                    422,
                    "Pagination with the page parameter is not supported for large datasets, use cursor based pagination");
        }
        Order order = Order.of(question);
        List<Item> items = repo.items().stream()
                .filter(asked(question))
                .sorted(order.ofItems())
                .toList();
        if (area.shapes().issuesByNumber()) {
            return area.page(question, items, area.shapes().issues()::issue);
        }
        return area.paging().byCursor(question, items, order, area.shapes().issues()::issue);
    }

    private static Predicate<Item> asked(Question question) {
        String state = question.text("state").orElse("open");
        Instant since = Area.since(question);
        List<String> labels =
                question.text("labels").map(all -> List.of(all.split(",", -1))).orElse(List.of());
        Predicate<Item> creator =
                by(question.text("creator"), item -> item.author().stream().toList());
        Predicate<Item> assignee = by(question.text("assignee"), Item::assignees);
        Predicate<Item> milestone = question.text("milestone")
                .<Predicate<Item>>map(number -> item -> item.milestone()
                        .map(one -> number.equals("*") || number.equals(Integer.toString(one.number())))
                        .orElse(number.equals("none")))
                .orElse(item -> true);
        return creator.and(assignee)
                .and(milestone)
                .and(item -> inState(item, state) && !item.updatedAt().isBefore(since))
                .and(item -> labels.stream()
                        .allMatch(name -> item.labels().stream()
                                .anyMatch(label -> label.name().equalsIgnoreCase(name))));
    }

    /** Somebody by login, {@code none}, or {@code *} for anybody. */
    private static Predicate<Item> by(Optional<String> login, java.util.function.Function<Item, List<Account>> people) {
        return login.<Predicate<Item>>map(name -> item -> switch (name) {
                    case "none" -> people.apply(item).isEmpty();
                    case "*" -> !people.apply(item).isEmpty();
                    default ->
                        people.apply(item).stream().anyMatch(one -> one.login().equalsIgnoreCase(name));
                })
                .orElse(item -> true);
    }

    static boolean inState(Item item, String state) {
        return "all".equals(state) || item.isOpen() == "open".equals(state);
    }

    static JsonNode shape(Area area, Item item) {
        return area.shapes().issues().issue(item);
    }
}
