package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Comment;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Label;
import dev.pulsehub.simulator.world.Permissions.Right;
import dev.pulsehub.simulator.world.Repo;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Writing issues: creating, editing, closing, labelling, assigning and commenting. */
final class IssueEditRoutes {

    private final Area area;

    private IssueEditRoutes(Area area) {
        this.area = area;
    }

    static void add(Area area) {
        IssueEditRoutes edits = new IssueEditRoutes(area);
        Routes routes = area.routes();
        routes.repo("POST", "/issues", edits::create);
        routes.item("PATCH", "", edits::edit);
        routes.item("POST", "/comments", edits::comment);
        routes.repo("PATCH", "/issues/comments/*", edits::editComment);
        routes.repo("DELETE", "/issues/comments/*", edits::deleteComment);
        routes.item("POST", "/labels", edits::addLabels);
        routes.item("PUT", "/labels", (item, ids, question) -> edits.labelled(item, question, true));
        routes.item("DELETE", "/labels/**", edits::removeLabel);
        routes.item("POST", "/assignees", (item, ids, question) -> edits.assigned(item, question, "assign"));
        routes.item("DELETE", "/assignees", (item, ids, question) -> edits.assigned(item, question, "unassign"));
        routes.item("POST", "/sub_issues", (item, ids, question) -> edits.part(item, question, "add-part", 201));
        routes.item("DELETE", "/sub_issue", (item, ids, question) -> edits.part(item, question, "remove-part", 200));
    }

    private Answer create(Repo repo, List<String> ids, Question question) {
        Optional<Answer> refused = area.refused(question, repo, Right.PULL);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (question.said("title").orElse("").isBlank()) {
            return Answer.invalid("Issue", "title", "missing_field");
        }
        ObjectNode body = Shapes.object();
        body.put("title", question.said("title").orElseThrow());
        question.said("body").ifPresent(text -> body.put("body", text));
        body.put("author", question.viewer().login());
        if (area.may(question, repo, Right.TRIAGE)) {
            question.saidList("labels").forEach(body.putArray("labels")::add);
        }
        int number = area.change(question, repo, body, "issues").path("number").asInt();
        Item issue = repo.item(number).orElseThrow();
        if (area.may(question, repo, Right.TRIAGE)) {
            question.saidList("assignees").forEach(login -> verb(issue, question, "assign", "assignee", login));
        }
        return Answer.created(shown(issue));
    }

    private JsonNode shown(Item item) {
        return area.shapes().issues().issue(item);
    }

    /** Authors may edit their own; others need the right to triage. */
    private Optional<Answer> refused(Item item, Question question) {
        boolean own = item.author().filter(question.viewer()::equals).isPresent();
        return area.refused(question, item.repo(), own ? Right.PULL : Right.TRIAGE);
    }

    private Answer edit(Item item, List<String> ids, Question question) {
        return refused(item, question).orElseGet(() -> {
            question.said("title")
                    .filter(title -> !title.equals(item.title()))
                    .ifPresent(title -> verb(item, question, "edit", "title", title));
            question.said("body")
                    .filter(text -> !Optional.of(text).equals(item.body()))
                    .ifPresent(text -> verb(item, question, "edit", "body", text));
            state(item, question);
            if (question.body().has("labels")) {
                labels(item, question, true);
            }
            if (question.body().has("assignees")) {
                assignees(item, question);
            }
            milestone(item, question);
            return Answer.ok(shown(item));
        });
    }

    private void state(Item item, Question question) {
        Optional<String> state = question.said("state");
        if (state.filter("closed"::equals).isPresent() && item.isOpen()) {
            verb(
                    item,
                    question,
                    "close",
                    "reason",
                    question.said("state_reason").orElse("completed"));
        } else if (state.filter("open"::equals).isPresent() && !item.isOpen()) {
            verb(item, question, "reopen", "", "");
        }
    }

    private void milestone(Item item, Question question) {
        JsonNode number = question.body().path("milestone");
        if (number.isInt()) {
            area.change(
                    question,
                    item.repo(),
                    Shapes.object().put("milestone", number.asInt()),
                    "issues",
                    Integer.toString(item.number()),
                    "plan");
        } else if (number.isNull() && item.milestone().isPresent()) {
            verb(item, question, "unplan", "", "");
        }
    }

    private void verb(Item item, Question question, String verb, String field, String value) {
        ObjectNode body = Shapes.object();
        if (!field.isEmpty()) {
            body.put(field, value);
        }
        area.change(question, item.repo(), body, "issues", Integer.toString(item.number()), verb);
    }

    private Answer addLabels(Item item, List<String> ids, Question question) {
        return labelled(item, question, false);
    }

    private Answer labelled(Item item, Question question, boolean replace) {
        return area.refused(question, item.repo(), Right.TRIAGE).orElseGet(() -> {
            labels(item, question, replace);
            return shownLabels(item);
        });
    }

    private Answer shownLabels(Item item) {
        return Answer.ok(
                Shapes.list(item.labels(), label -> area.shapes().plans().label(item.repo(), label)));
    }

    private void labels(Item item, Question question, boolean replace) {
        List<String> wanted = question.saidList("labels");
        if (replace) {
            List<String> had = item.labels().stream().map(Label::name).toList();
            had.stream()
                    .filter(name -> !wanted.contains(name))
                    .forEach(name -> verb(item, question, "unlabel", "label", name));
        }
        wanted.forEach(name -> verb(item, question, "label", "label", name));
    }

    private Answer removeLabel(Item item, List<String> ids, Question question) {
        return area.refused(question, item.repo(), Right.TRIAGE).orElseGet(() -> {
            if (item.labels().stream().noneMatch(label -> label.name().equals(ids.getFirst()))) {
                return Answer.error(404, "Label does not exist");
            }
            verb(item, question, "unlabel", "label", ids.getFirst());
            return shownLabels(item);
        });
    }

    private Answer assigned(Item item, Question question, String verb) {
        return area.refused(question, item.repo(), Right.TRIAGE).orElseGet(() -> {
            question.saidList("assignees").forEach(login -> verb(item, question, verb, "assignee", login));
            return new Answer(verb.equals("assign") ? 201 : 200, shown(item), java.util.Map.of());
        });
    }

    private void assignees(Item item, Question question) {
        List<String> wanted = question.saidList("assignees");
        List<String> had = item.assignees().stream().map(Account::login).toList();
        had.stream()
                .filter(login -> !wanted.contains(login))
                .forEach(login -> verb(item, question, "unassign", "assignee", login));
        wanted.forEach(login -> verb(item, question, "assign", "assignee", login));
    }

    private Answer part(Item item, Question question, String verb, int status) {
        long id = question.body().path("sub_issue_id").asLong();
        Optional<Issue> part =
                item.repo().issues().filter(issue -> issue.id() == id).findFirst();
        if (part.isEmpty() || !(item instanceof Issue)) {
            return Answer.notFound();
        }
        return area.refused(question, item.repo(), Right.TRIAGE).orElseGet(() -> {
            verb(item, question, verb, "issue", Integer.toString(part.get().number()));
            return new Answer(status, shown(part.get()), java.util.Map.of());
        });
    }

    private Answer comment(Item item, List<String> ids, Question question) {
        String text = question.said("body").orElse("");
        if (text.isBlank()) {
            return Answer.invalid("IssueComment", "body", "missing_field");
        }
        if (item.locked() && !area.may(question, item.repo(), Right.PUSH)) {
            return Answer.error(403, "Unable to create comment because issue is locked.");
        }
        return area.refused(question, item.repo(), Right.PULL).orElseGet(() -> {
            verb(item, question, "comment", "body", text);
            return Answer.created(
                    area.shapes().issues().comment(item, item.comments().getLast()));
        });
    }

    private Answer editComment(Repo repo, List<String> ids, Question question) {
        return onComment(repo, ids, question, (item, comment) -> {
            comment(item, comment, question, "edit-comment");
            Comment edited = item.comments().stream()
                    .filter(one -> one.id() == comment.id())
                    .findFirst()
                    .orElseThrow();
            return Answer.ok(area.shapes().issues().comment(item, edited));
        });
    }

    private Answer deleteComment(Repo repo, List<String> ids, Question question) {
        return onComment(repo, ids, question, (item, comment) -> {
            comment(item, comment, question, "delete-comment");
            return Answer.nothing();
        });
    }

    private void comment(Item item, Comment comment, Question question, String verb) {
        ObjectNode body = Shapes.object().put("comment", comment.id());
        question.said("body").ifPresent(text -> body.put("body", text));
        area.change(question, item.repo(), body, "issues", Integer.toString(item.number()), verb);
    }

    private interface OnComment {
        Answer answer(Item item, Comment comment);
    }

    private Answer onComment(Repo repo, List<String> ids, Question question, OnComment change) {
        for (Item item : repo.items()) {
            for (Comment comment : List.copyOf(item.comments())) {
                if (Long.toString(comment.id()).equals(ids.getFirst())) {
                    boolean own =
                            comment.author().filter(question.viewer()::equals).isPresent();
                    Supplier<Answer> done = () -> change.answer(item, comment);
                    return area.refused(question, repo, own ? Right.PULL : Right.PUSH)
                            .orElseGet(done);
                }
            }
        }
        return Answer.notFound();
    }
}
