package dev.pulsehub.simulator.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.World;
import java.time.Instant;
import java.util.List;

/** Finds what a command's path means and does it. Call inside {@link World#write}. */
public final class Words {

    private final World world;
    private final Account owner;

    /** @param owner who does what is asked for without a name */
    public Words(World world, Account owner) {
        this.world = world;
        this.owner = owner;
    }

    /**
     * Does one command.
     *
     * @param path {@code accounts ...}, {@code orgs ...}, or owner and name of a repository and what is wanted of it
     * @return number or id of what came of it
     * @throws NoSuchThing when the path names nothing
     * @throws IllegalArgumentException when the body lacks something
     */
    public ObjectNode say(Instant at, List<String> path, JsonNode body) {
        Asked asked = new Asked(world, owner, at, path, body);
        return switch (asked.part(0)) {
            case "accounts" -> PeopleWords.account(asked.after(1));
            case "orgs" -> PeopleWords.organization(asked.after(1));
            default -> inRepo(asked);
        };
    }

    private static ObjectNode inRepo(Asked asked) {
        if (asked.path().size() < 3) {
            throw new NoSuchThing("No such resource: " + String.join("/", asked.path()));
        }
        Repo repo = asked.repo(asked.part(0), asked.part(1));
        Asked rest = asked.after(3);
        return switch (asked.part(2)) {
            case "issues" -> ItemWords.issues(repo, rest);
            case "pulls" -> PullWords.pulls(repo, rest);
            case "runs" -> RunWords.runs(repo, rest);
            case "deployments" -> RunWords.deployments(repo, rest);
            case "milestones" -> PlanWords.milestones(repo, rest);
            case "labels" -> PlanWords.labels(repo, rest);
            case "collaborators" -> PeopleWords.collaborators(repo, rest);
            default -> RepoWords.repo(repo, asked.part(2), rest);
        };
    }

    static ObjectNode id(long id) {
        return JsonNodeFactory.instance.objectNode().put("id", id);
    }

    static ObjectNode numbered(int number, long id) {
        return JsonNodeFactory.instance.objectNode().put("number", number).put("id", id);
    }

    static NoSuchThing noVerb(String verb) {
        return new NoSuchThing("No such verb: " + verb);
    }
}
