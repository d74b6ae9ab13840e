package dev.pulsehub.simulator.graphql;

import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Deployment;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Project;
import dev.pulsehub.simulator.world.ProjectItem;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Run;
import dev.pulsehub.simulator.world.Team;

/** Which type of the schema an object of the world has. */
final class Types {

    private Types() {}

    static String of(Item item) {
        return switch (item) {
            case Issue issue -> "Issue";
            case Pull pull -> "PullRequest";
        };
    }

    static String of(Object object) {
        return switch (object) {
            case Item item -> of(item);
            case Part part -> part.type();
            case Account account -> account.type();
            case Repo repo -> "Repository";
            case Team team -> "Team";
            case Run run -> "WorkflowRun";
            case Deployment deployment -> "Deployment";
            case Project project -> "ProjectV2";
            case ProjectItem item -> "ProjectV2Item";
            default -> throw new IllegalStateException("no type for " + object.getClass());
        };
    }
}
