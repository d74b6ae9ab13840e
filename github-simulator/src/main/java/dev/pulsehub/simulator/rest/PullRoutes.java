package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.world.Permissions.Right;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Review;
import dev.pulsehub.simulator.world.ReviewComment;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Pull requests, their reviews, commits, files and merges. */
final class PullRoutes {

    /** GitHub lists no more commits of a pull request than these. */
    private static final int MOST_COMMITS = 250;

    private static final int MOST_FILES = 3000;

    private final Area area;

    private PullRoutes(Area area) {
        this.area = area;
    }

    private record CommentOn(Pull pull, ReviewComment comment) {}

    static void add(Area area) {
        PullRoutes pulls = new PullRoutes(area);
        PullShapes shapes = area.shapes().pulls();
        Routes routes = area.routes();
        routes.repo("/pulls", pulls::list);
        routes.repo("/pulls/comments", pulls::comments);
        routes.repo(
                "/pulls/comments/*",
                (repo, ids, question) -> Area.answer(
                        comments(repo).stream()
                                .filter(on -> Long.toString(on.comment().id()).equals(ids.getFirst()))
                                .findFirst(),
                        on -> shapes.reviewComment(on.pull(), on.comment())));
        routes.pull("", (pull, ids, question) -> Answer.ok(shapes.pull(pull)));
        routes.pull(
                "/reviews",
                (pull, ids, question) -> area.page(question, pull.reviews(), review -> shapes.review(pull, review)));
        routes.pull(
                "/reviews/*",
                (pull, ids, question) ->
                        Area.answer(review(pull, ids.getFirst()), review -> shapes.review(pull, review)));
        routes.pull(
                "/reviews/*/comments",
                (pull, ids, question) -> area.page(
                        question,
                        pull.reviewComments().stream()
                                .filter(comment ->
                                        Long.toString(comment.reviewId()).equals(ids.getFirst()))
                                .toList(),
                        comment -> shapes.reviewComment(pull, comment)));
        routes.pull(
                "/comments",
                (pull, ids, question) ->
                        area.page(question, pull.reviewComments(), comment -> shapes.reviewComment(pull, comment)));
        routes.pull(
                "/commits",
                (pull, ids, question) -> area.page(
                        question,
                        pull.commits()
                                .subList(
                                        0, Math.min(MOST_COMMITS, pull.commits().size())),
                        commit -> area.shapes().commits().commit(pull.repo(), commit)));
        routes.pull(
                "/files",
                (pull, ids, question) -> area.page(
                        question, pull.files().stream().limit(MOST_FILES).toList(), file -> shapes.file(pull, file)));
        routes.pull("/requested_reviewers", (pull, ids, question) -> {
            ObjectNode node = Shapes.object();
            node.set(
                    "users",
                    Shapes.list(pull.requestedReviewers(), area.shapes().accounts()::user));
            node.set("teams", Shapes.list(pull.requestedTeams(), area.shapes().teams()::team));
            return Answer.ok(node);
        });
        routes.pull(
                "/merge", (pull, ids, question) -> pull.mergedAt().isPresent() ? Answer.nothing() : Answer.notFound());
        pulls.writing(routes);
    }

    private void writing(Routes routes) {
        routes.pull("POST", "/reviews", this::review);
        routes.pull("PUT", "/merge", this::merge);
        routes.pull("POST", "/requested_reviewers", (pull, ids, question) -> asked(pull, question, "ask-review", 201));
        routes.pull(
                "DELETE", "/requested_reviewers", (pull, ids, question) -> asked(pull, question, "unask-review", 200));
    }

    private Answer list(Repo repo, List<String> ids, Question question) {
        String state = question.text("state").orElse("open");
        return area.page(
                question,
                repo.pulls()
                        .filter(pull -> IssueRoutes.inState(pull, state))
                        .filter(pull -> question.text("base")
                                .map(pull.baseRef()::equals)
                                .orElse(true))
                        .filter(pull -> question.text("head")
                                .map(head -> head.endsWith(":" + pull.headRef()))
                                .orElse(true))
                        .sorted(Order.of(question).ofItems())
                        .toList(),
                area.shapes().pulls()::inList);
    }

    private static List<CommentOn> comments(Repo repo) {
        return repo.pulls()
                .flatMap(pull -> pull.reviewComments().stream().map(comment -> new CommentOn(pull, comment)))
                .toList();
    }

    private Answer comments(Repo repo, List<String> ids, Question question) {
        boolean updated = question.text("sort").filter("updated"::equals).isPresent();
        Comparator<CommentOn> order = Comparator.comparing((CommentOn on) ->
                        updated ? on.comment().updatedAt() : on.comment().createdAt())
                .thenComparing(on -> on.comment().id());
        boolean descending = question.text("direction").filter("desc"::equals).isPresent();
        return area.page(
                question,
                comments(repo).stream()
                        .filter(on -> !on.comment().updatedAt().isBefore(Area.since(question)))
                        .sorted(descending ? order.reversed() : order)
                        .toList(),
                on -> area.shapes().pulls().reviewComment(on.pull(), on.comment()));
    }

    private static java.util.Optional<Review> review(Pull pull, String id) {
        return pull.reviews().stream()
                .filter(review -> Long.toString(review.id()).equals(id))
                .findFirst();
    }

    private Answer review(Pull pull, List<String> ids, Question question) {
        return area.refused(question, pull.repo(), Right.PULL).orElseGet(() -> {
            String event = question.said("event").orElse("").toUpperCase(Locale.ROOT);
            String state = switch (event) {
                case "APPROVE" -> "APPROVED";
                case "REQUEST_CHANGES" -> "CHANGES_REQUESTED";
                default -> "COMMENTED";
            };
            ObjectNode body = Shapes.object().put("state", state);
            body.put("body", question.said("body").orElse(""));
            area.change(question, pull.repo(), body, "pulls", Integer.toString(pull.number()), "review");
            return Answer.ok(area.shapes().pulls().review(pull, pull.reviews().getLast()));
        });
    }

    private Answer merge(Pull pull, List<String> ids, Question question) {
        return area.refused(question, pull.repo(), Right.PUSH).orElseGet(() -> {
            if (!pull.isOpen() || pull.draft()) {
                return Answer.error(405, "Pull Request is not mergeable");
            }
            ObjectNode body = Shapes.object();
            body.put("method", question.said("merge_method").orElse("merge"));
            area.change(question, pull.repo(), body, "pulls", Integer.toString(pull.number()), "merge");
            return Answer.ok(Shapes.object()
                    .put("sha", pull.mergeCommitSha().orElse(""))
                    .put("merged", true)
                    .put("message", "Pull Request successfully merged"));
        });
    }

    private Answer asked(Pull pull, Question question, String verb, int status) {
        return area.refused(question, pull.repo(), Right.PUSH).orElseGet(() -> {
            question.saidList("reviewers")
                    .forEach(login -> area.change(
                            question,
                            pull.repo(),
                            Shapes.object().put("reviewer", login),
                            "pulls",
                            Integer.toString(pull.number()),
                            verb));
            return new Answer(status, area.shapes().pulls().inList(pull), java.util.Map.of());
        });
    }
}
