package dev.pulsehub.simulator.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.world.Milestone;
import dev.pulsehub.simulator.world.PlanVerbs;
import dev.pulsehub.simulator.world.Repo;
import java.time.Instant;
import java.util.Optional;

/** Verbs of milestones and labels. */
final class PlanWords {

    private PlanWords() {}

    static ObjectNode milestones(Repo repo, Asked asked) {
        PlanVerbs verbs = asked.verbs().plans();
        if (asked.path().isEmpty()) {
            Milestone milestone = verbs.milestone(repo, asked.required("title"), due(asked), true);
            return Words.numbered(milestone.number(), milestone.id());
        }
        Milestone milestone = milestone(repo, asked.part(0));
        switch (asked.part(1)) {
            case "edit" ->
                verbs.edit(
                        repo,
                        milestone,
                        asked.text("title").orElse(milestone.title()),
                        due(asked).or(milestone::dueAt),
                        asked.actor());
            case "close" -> verbs.close(repo, milestone);
            case "reopen" -> verbs.reopen(repo, milestone);
            case "delete" -> verbs.delete(repo, milestone, asked.actor());
            default -> throw Words.noVerb(asked.part(1));
        }
        return Words.numbered(milestone.number(), milestone.id());
    }

    private static Optional<Instant> due(Asked asked) {
        return asked.text("due_on").map(Instant::parse);
    }

    static Milestone milestone(Repo repo, String number) {
        return repo.milestones().stream()
                .filter(one -> Integer.toString(one.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> new NoSuchThing("No milestone " + number + " in " + repo.fullName()));
    }

    /** A new label, or by its name and a verb another name for it or none. */
    static ObjectNode labels(Repo repo, Asked asked) {
        PlanVerbs verbs = asked.verbs().plans();
        if (asked.path().isEmpty()) {
            return Words.id(verbs.createLabel(repo, asked.required("name"), asked.actor())
                    .id());
        }
        String name = asked.part(0);
        return switch (asked.part(1)) {
            case "rename" ->
                Words.id(verbs.renameLabel(repo, name, asked.required("name"), asked.actor())
                        .id());
            case "delete" -> {
                verbs.deleteLabel(repo, name, asked.actor());
                yield Words.id(repo.id());
            }
            default -> throw Words.noVerb(asked.part(1));
        };
    }
}
