package dev.pulsehub.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Commit;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Run;
import dev.pulsehub.simulator.world.Verbs;
import dev.pulsehub.simulator.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;

/** Changes asked for from outside, each one line of the journal, so that a later start can do them again. */
public final class Commands {

    private final World world;
    private final List<Consumer<Command>> journals = new ArrayList<>();

    public Commands(World world) {
        this.world = world;
    }

    /**
     * One change.
     *
     * @param path owner, repository, collection and, for most verbs, number and verb
     */
    public record Command(Instant at, List<String> path, JsonNode body) {
        public Command {
            path = List.copyOf(path);
        }
    }

    /** What the path names is not there. */
    static final class NoSuchThing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoSuchThing(String message) {
            super(message);
        }
    }

    /** Hears of every change that went well. */
    public void record(Consumer<Command> journal) {
        journals.add(journal);
    }

    /** Does one change and says what came of it: number and id. */
    public ObjectNode run(Command command) {
        ObjectNode result = replay(command);
        journals.forEach(journal -> journal.accept(command));
        return result;
    }

    /** Does a change again without writing it down. */
    public ObjectNode replay(Command command) {
        return world.write(() -> apply(command));
    }

    private ObjectNode apply(Command command) {
        List<String> path = command.path();
        Repo repo = world.repo(path.get(0), path.get(1))
                .orElseThrow(() -> new NoSuchThing("No repository " + path.get(0) + "/" + path.get(1)));
        Verbs verbs = world.at(command.at());
        boolean create = path.size() == 3;
        String verb = path.size() > 4 ? path.get(4) : "";
        return switch (path.get(2)) {
            case "issues" ->
                create ? openIssue(repo, verbs, command) : onItem(verbs, command, item(repo, path.get(3)), verb);
            case "pulls" ->
                create ? openPull(repo, verbs, command) : onPull(verbs, command, pull(repo, path.get(3)), verb);
            case "runs" ->
                create ? startRun(repo, verbs, command) : onRun(verbs, command, run(repo, path.get(3)), verb);
            default -> throw new NoSuchThing("No such collection: " + path.get(2));
        };
    }

    private ObjectNode openIssue(Repo repo, Verbs verbs, Command command) {
        return born(verbs.openIssue(repo, required(command, "title"), actor(repo, command, "author"), labels(command)));
    }

    private ObjectNode openPull(Repo repo, Verbs verbs, Command command) {
        Account author = actor(repo, command, "author");
        int number = repo.items().size() + 1;
        List<Commit> commits = new ArrayList<>();
        for (int i = 0; i < Math.max(1, command.body().path("commits").asInt(1)); i++) {
            commits.add(commit(author, command, number * 100L + i));
        }
        Pull.Branches branches = new Pull.Branches(
                "change-" + number, commits.getLast().sha(), repo.profile().defaultBranch(), false);
        return born(verbs.openPull(
                repo,
                new Verbs.Draught(
                        required(command, "title"),
                        author,
                        command.body().path("draft").asBoolean(false),
                        branches,
                        command.body().path("additions").asInt(10),
                        command.body().path("deletions").asInt(2),
                        command.body().path("changed_files").asInt(1),
                        commits),
                labels(command)));
    }

    private ObjectNode onItem(Verbs verbs, Command command, Item item, String verb) {
        Account actor = actor(item.repo(), command, "actor");
        switch (verb) {
            case "close" ->
                verbs.close(
                        item,
                        actor,
                        Optional.ofNullable(command.body().path("reason").textValue()));
            case "reopen" -> verbs.reopen(item, actor);
            case "label" -> verbs.label(item, actor, required(command, "label"));
            case "unlabel" -> verbs.unlabel(item, actor, required(command, "label"));
            case "edit" -> verbs.rename(item, actor, required(command, "title"));
            case "comment" ->
                verbs.comment(
                        item,
                        actor(item.repo(), command, "author"),
                        command.body().path("body").asText("+1"));
            default -> throw new NoSuchThing("No such verb: " + verb);
        }
        return born(item);
    }

    private ObjectNode onPull(Verbs verbs, Command command, Pull pull, String verb) {
        Account actor = actor(pull.repo(), command, "actor");
        switch (verb) {
            case "review" ->
                verbs.review(
                        pull,
                        actor(pull.repo(), command, "author"),
                        required(command, "state").toUpperCase(Locale.ROOT),
                        command.body().path("body").asText(""),
                        command.body().path("comments").asInt(0));
            case "ready" -> verbs.ready(pull, actor);
            case "draft" -> verbs.draft(pull, actor);
            case "merge" -> verbs.merge(pull, actor, sha(command.at().getEpochSecond() * 31 + pull.number()));
            case "push" ->
                verbs.push(
                        pull,
                        actor,
                        commit(
                                actor,
                                command,
                                pull.number() * 100L + pull.commits().size()));
            default -> {
                return onItem(verbs, command, pull, verb);
            }
        }
        return born(pull);
    }

    private ObjectNode startRun(Repo repo, Verbs verbs, Command command) {
        Run run = verbs.startRun(
                repo,
                verbs.workflow(repo, command.body().path("workflow").asText("CI")),
                new Run.Trigger(
                        command.body().path("event").asText("push"),
                        command.body().path("branch").asText(repo.profile().defaultBranch()),
                        sha(command.at().getEpochSecond()),
                        Optional.of(actor(repo, command, "actor"))));
        return JsonNodeFactory.instance.objectNode().put("id", run.id());
    }

    private ObjectNode onRun(Verbs verbs, Command command, Run run, String verb) {
        switch (verb) {
            case "complete" ->
                verbs.complete(run, command.body().path("conclusion").asText("success"));
            case "rerun" -> verbs.rerun(run);
            default -> throw new NoSuchThing("No such verb: " + verb);
        }
        return JsonNodeFactory.instance.objectNode().put("id", run.id());
    }

    private Commit commit(Account author, Command command, long seed) {
        return new Commit(
                sha(seed + command.at().getEpochSecond() * 17),
                Optional.of(author),
                author.name().orElse(author.login()),
                author.login() + "@users.example",
                command.at(),
                command.at(),
                command.body().path("title").asText("Continue"),
                List.of(sha(seed)));
    }

    static String sha(long seed) {
        byte[] bytes = new byte[20];
        new Random(seed).nextBytes(bytes);
        return java.util.HexFormat.of().formatHex(bytes);
    }

    private Account actor(Repo repo, Command command, String field) {
        String login = command.body().path(field).asText("");
        if (login.isEmpty()) {
            return repo.owner();
        }
        return world.account(login).orElseThrow(() -> new NoSuchThing("No account " + login));
    }

    private static List<String> labels(Command command) {
        List<String> labels = new ArrayList<>();
        command.body().path("labels").forEach(label -> labels.add(label.asText()));
        return labels;
    }

    private static String required(Command command, String field) {
        String value = command.body().path(field).asText("");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("\"" + field + "\" is needed");
        }
        return value;
    }

    private static Item item(Repo repo, String number) {
        return repo.item(Integer.parseInt(number))
                .orElseThrow(() -> new NoSuchThing("No #" + number + " in " + repo.fullName()));
    }

    private static Pull pull(Repo repo, String number) {
        return repo.pull(Integer.parseInt(number))
                .orElseThrow(() -> new NoSuchThing("No pull request #" + number + " in " + repo.fullName()));
    }

    private static Run run(Repo repo, String id) {
        return repo.run(Long.parseLong(id))
                .orElseThrow(() -> new NoSuchThing("No run " + id + " in " + repo.fullName()));
    }

    private static ObjectNode born(Item item) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("number", item.number())
                .put("id", item.id());
    }
}
