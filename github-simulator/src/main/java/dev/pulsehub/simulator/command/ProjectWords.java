package dev.pulsehub.simulator.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Project;
import dev.pulsehub.simulator.world.ProjectItem;
import dev.pulsehub.simulator.world.ProjectVerbs;
import java.time.LocalDate;

/** Verbs of projects. */
final class ProjectWords {

    private ProjectWords() {}

    static ObjectNode projects(Account owner, Asked asked) {
        ProjectVerbs verbs = asked.verbs().projects();
        if (asked.path().isEmpty()) {
            Project project =
                    verbs.create(owner, asked.required("title"), asked.amount("iteration_days", 14), asked.actor());
            return Words.numbered(project.number(), project.id());
        }
        Project project = asked.world().projectsOf(owner).stream()
                .filter(one -> Integer.toString(one.number()).equals(asked.part(0)))
                .findFirst()
                .orElseThrow(() -> new NoSuchThing("No project " + asked.part(0) + " of " + owner.login()));
        if (asked.part(1).equals("items")) {
            return items(project, verbs, asked.after(2));
        }
        switch (asked.part(1)) {
            case "iteration" ->
                verbs.iteration(
                        project, asked.required("title"), LocalDate.parse(asked.required("start")), asked.actor());
            case "choice" -> verbs.choice(project, asked.required("name"), asked.list("options"));
            case "column" -> verbs.column(project, asked.required("name"), asked.required("type"));
            case "close" -> verbs.close(project, asked.actor());
            case "delete" -> verbs.delete(project, asked.actor());
            default -> throw Words.noVerb(asked.part(1));
        }
        return Words.numbered(project.number(), project.id());
    }

    private static ObjectNode items(Project project, ProjectVerbs verbs, Asked asked) {
        if (asked.path().isEmpty()) {
            ProjectItem added = asked.text("repo").isPresent()
                    ? verbs.add(project, item(asked), asked.actor())
                    : verbs.draft(project, asked.required("title"), asked.actor());
            return Words.id(added.id());
        }
        ProjectItem item = project.items().stream()
                .filter(one -> Long.toString(one.id()).equals(asked.part(0)))
                .findFirst()
                .orElseThrow(() -> new NoSuchThing("No item " + asked.part(0) + " in " + project.title()));
        switch (asked.part(1)) {
            case "set" -> verbs.set(item, asked.required("field"), asked.required("value"), asked.actor());
            case "clear" -> verbs.clear(item, asked.required("field"), asked.actor());
            case "archive" -> verbs.archive(item, asked.actor(), true);
            case "restore" -> verbs.archive(item, asked.actor(), false);
            case "remove" -> verbs.remove(item, asked.actor());
            default -> throw Words.noVerb(asked.part(1));
        }
        return Words.id(item.id());
    }

    private static Item item(Asked asked) {
        return Asked.item(asked.repo("repo"), asked.required("number"));
    }
}
