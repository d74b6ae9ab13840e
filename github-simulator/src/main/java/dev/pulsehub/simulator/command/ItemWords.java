package dev.pulsehub.simulator.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.world.Comment;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Milestone;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Verbs;

/** Verbs of issues, and those that pull requests share with them. */
final class ItemWords {

    private ItemWords() {}

    static ObjectNode issues(Repo repo, Asked asked) {
        if (asked.path().isEmpty()) {
            return born(asked.verbs()
                    .issues()
                    .open(repo, asked.required("title"), asked.text("body"), asked.author(), asked.list("labels")));
        }
        Item item = Asked.item(repo, asked.part(0));
        return item instanceof Issue issue ? born(onIssue(issue, asked)) : born(onItem(item, asked));
    }

    private static Item onIssue(Issue issue, Asked asked) {
        Verbs verbs = asked.verbs();
        switch (asked.part(1)) {
            case "transfer" -> {
                return verbs.issues().transfer(issue, asked.actor(), asked.repo("to"));
            }
            case "delete" -> verbs.issues().delete(issue, asked.actor());
            case "type" -> verbs.issues().type(issue, asked.actor(), asked.text("type"));
            case "add-part" -> verbs.issues().addPart(issue, other(issue, asked), asked.actor());
            case "remove-part" -> verbs.issues().removePart(issue, other(issue, asked), asked.actor());
            case "block" -> verbs.issues().block(issue, other(issue, asked), asked.actor());
            case "unblock" -> verbs.issues().unblock(issue, other(issue, asked), asked.actor());
            default -> onItem(issue, asked);
        }
        return issue;
    }

    private static Issue other(Issue issue, Asked asked) {
        return Asked.issue(issue.repo(), asked.required("issue"));
    }

    static Item onItem(Item item, Asked asked) {
        Verbs verbs = asked.verbs();
        switch (asked.part(1)) {
            case "close" -> verbs.close(item, asked.actor(), asked.text("reason"));
            case "reopen" -> verbs.reopen(item, asked.actor());
            case "label" -> verbs.label(item, asked.actor(), asked.required("label"));
            case "unlabel" -> verbs.unlabel(item, asked.actor(), asked.required("label"));
            case "assign" -> verbs.assign(item, asked.actor(), asked.account(asked.required("assignee")));
            case "unassign" -> verbs.unassign(item, asked.actor(), asked.account(asked.required("assignee")));
            case "edit" -> edit(item, asked);
            case "lock" -> verbs.lock(item, asked.actor(), asked.text("reason"));
            case "unlock" -> verbs.unlock(item, asked.actor());
            case "plan" -> verbs.plans().plan(item, milestone(item, asked), asked.actor());
            case "unplan" -> verbs.plans().unplan(item, asked.actor());
            case "comment" ->
                verbs.comment(item, asked.author(), asked.text("body").orElse("+1"));
            case "edit-comment" -> verbs.editComment(item, comment(item, asked), asked.actor(), asked.required("body"));
            case "delete-comment" -> verbs.deleteComment(item, comment(item, asked), asked.actor());
            default -> throw Words.noVerb(asked.part(1));
        }
        return item;
    }

    private static void edit(Item item, Asked asked) {
        if (!asked.body().hasNonNull("title") && !asked.body().hasNonNull("body")) {
            throw new IllegalArgumentException("\"title\" or \"body\" is needed");
        }
        asked.text("title").ifPresent(title -> asked.verbs().rename(item, asked.actor(), title));
        asked.text("body").ifPresent(body -> asked.verbs().editBody(item, asked.actor(), body));
    }

    private static Milestone milestone(Item item, Asked asked) {
        int number = asked.amount("milestone", 0);
        return PlanWords.milestone(item.repo(), Integer.toString(number));
    }

    private static Comment comment(Item item, Asked asked) {
        long id = asked.body().path("comment").asLong();
        return item.comments().stream()
                .filter(comment -> comment.id() == id)
                .findFirst()
                .orElseThrow(() -> new NoSuchThing("No comment " + id + " on #" + item.number()));
    }

    static ObjectNode born(Item item) {
        return Words.numbered(item.number(), item.id());
    }
}
