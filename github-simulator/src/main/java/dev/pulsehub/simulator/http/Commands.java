package dev.pulsehub.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Commit;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Permissions;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Run;
import dev.pulsehub.simulator.world.SimulatorClock;
import dev.pulsehub.simulator.world.Verbs;
import dev.pulsehub.simulator.world.World;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Changes asked for from outside, each one line of the journal, so that a later start can do them again. */
public final class Commands {

    private static final List<String> CLOCK = List.of("clock");

    private final World world;
    private final Account owner;
    private final Consumer<Instant> story;
    private final List<Consumer<Command>> journals = new ArrayList<>();

    /**
     * Changes of one world.
     *
     * @param owner who does what is asked for without a name
     * @param story told first up to the moment of a change, so that a replay finds both in the same order
     */
    public Commands(World world, Account owner, Consumer<Instant> story) {
        this.world = world;
        this.owner = owner;
        this.story = story;
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

        boolean createsSomething() {
            return path.size() < 4;
        }
    }

    /** What the path names is not there. */
    public static final class NoSuchThing extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoSuchThing(String message) {
            super(message);
        }
    }

    /** Hears of every change that went well, in the order of the changes. */
    public void record(Consumer<Command> journal) {
        journals.add(journal);
    }

    /** Does one change now and says what came of it: number and id. */
    public ObjectNode run(List<String> path, JsonNode body) {
        return world.write(() -> {
            Instant now = world.clock().instant();
            story.accept(now);
            Command command = new Command(now, path, body);
            ObjectNode result = apply(command);
            journals.forEach(journal -> journal.accept(command));
            return result;
        });
    }

    /** Moves the clock: {@code advance} a duration, or make it {@code instant}; the story follows at once. */
    public void moveClock(JsonNode body) {
        world.write(() -> {
            SimulatorClock clock = world.clock();
            Instant before = clock.instant();
            if (body.hasNonNull("advance")) {
                clock.advance(Duration.parse(body.get("advance").asText()));
            } else if (body.hasNonNull("instant")) {
                clock.set(Instant.parse(body.get("instant").asText()));
            } else {
                throw new IllegalArgumentException("\"advance\" or \"instant\" is needed");
            }
            story.accept(clock.instant());
            ObjectNode ahead = JsonNodeFactory.instance
                    .objectNode()
                    .put("ahead", clock.ahead().toString());
            journals.forEach(journal -> journal.accept(new Command(before, CLOCK, ahead)));
            return before;
        });
    }

    /** How far the last of these commands left the clock ahead of the machine's. */
    public static Duration ahead(List<Command> journal) {
        return journal.stream()
                .filter(command -> command.path().equals(CLOCK))
                .map(command -> Duration.parse(command.body().path("ahead").asText()))
                .reduce(Duration.ZERO, (earlier, later) -> later);
    }

    /** Does a change again, at its own moment, without writing it down. */
    public ObjectNode replay(Command command) {
        return world.write(() -> apply(command));
    }

    private ObjectNode apply(Command command) {
        List<String> path = command.path();
        if (path.equals(List.of("accounts"))) {
            return join(command);
        }
        if (path.equals(CLOCK)) {
            return JsonNodeFactory.instance.objectNode(); // moved before anything else is done again
        }
        if (path.getFirst().equals("orgs") && path.size() >= 4 && path.get(2).equals("members")) {
            return onMember(command);
        }
        if (path.size() < 3) {
            throw new NoSuchThing("No such resource: " + String.join("/", path));
        }
        Repo repo = world.repo(path.get(0), path.get(1))
                .orElseThrow(() -> new NoSuchThing("No repository " + path.get(0) + "/" + path.get(1)));
        Verbs verbs = world.at(command.at());
        boolean create = command.createsSomething();
        String verb = path.size() > 4 ? path.get(4) : "";
        return switch (path.get(2)) {
            case "issues" ->
                create ? openIssue(repo, verbs, command) : onItem(verbs, command, item(repo, path.get(3)), verb);
            case "pulls" ->
                create ? openPull(repo, verbs, command) : onPull(verbs, command, pull(repo, path.get(3)), verb);
            case "collaborators" -> onCollaborator(repo, command, verb);
            case "runs" ->
                create ? startRun(repo, verbs, command) : onRun(verbs, command, run(repo, path.get(3)), verb);
            default -> throw new NoSuchThing("No such collection: " + path.get(2));
        };
    }

    private ObjectNode join(Command command) {
        String login = required(command, "login");
        if (world.account(login).isPresent()) {
            throw new IllegalArgumentException("The login " + login + " is taken");
        }
        String type = command.body().path("type").asText("User");
        Optional<String> name = Optional.ofNullable(command.body().path("name").textValue());
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", world.join(login, type, name).id());
    }

    private ObjectNode onMember(Command command) {
        List<String> path = command.path();
        Account organization = account(path.get(1));
        Account member = account(path.get(3));
        if (path.size() > 4 && path.get(4).equals("remove")) {
            world.permissions().leave(organization, member);
        } else {
            world.permissions()
                    .join(organization, member, command.body().path("role").asText("member"));
        }
        return JsonNodeFactory.instance.objectNode().put("id", member.id());
    }

    private ObjectNode onCollaborator(Repo repo, Command command, String verb) {
        Account account = account(command.path().get(3));
        if (verb.equals("remove")) {
            world.permissions().endCollaboration(repo, account);
        } else {
            String right = command.body().path("permission").asText("push");
            world.permissions().collaborate(repo, account, Permissions.Right.of(right));
        }
        return JsonNodeFactory.instance.objectNode().put("id", account.id());
    }

    private Account account(String login) {
        return world.account(login).orElseThrow(() -> new NoSuchThing("No account " + login));
    }

    private ObjectNode openIssue(Repo repo, Verbs verbs, Command command) {
        return born(verbs.openIssue(repo, required(command, "title"), actor(command, "author"), labels(command)));
    }

    private ObjectNode openPull(Repo repo, Verbs verbs, Command command) {
        String title = required(command, "title");
        Account author = actor(command, "author");
        String name = repo.fullName() + "#" + repo.nextNumber();
        List<Commit> commits = new ArrayList<>();
        String parent = sha(name + " base");
        for (int i = 0; i < Math.max(1, command.body().path("commits").asInt(1)); i++) {
            commits.add(commit(name + " " + i, parent, author, command));
            parent = commits.getLast().sha();
        }
        Pull.Branches branches = new Pull.Branches(
                "change-" + repo.nextNumber(), parent, repo.profile().defaultBranch(), false);
        return born(verbs.openPull(
                repo,
                new Verbs.Draught(
                        title,
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
        Account actor = actor(command, "actor");
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
                        actor(command, "author"),
                        command.body().path("body").asText("+1"));
            default -> throw new NoSuchThing("No such verb: " + verb);
        }
        return born(item);
    }

    private ObjectNode onPull(Verbs verbs, Command command, Pull pull, String verb) {
        Account actor = actor(command, "actor");
        switch (verb) {
            case "review" ->
                verbs.review(
                        pull,
                        actor(command, "author"),
                        required(command, "state").toUpperCase(Locale.ROOT),
                        command.body().path("body").asText(""),
                        command.body().path("comments").asInt(0));
            case "ready" -> verbs.ready(pull, actor);
            case "draft" -> verbs.draft(pull, actor);
            case "merge" -> verbs.merge(pull, actor, sha("merge of " + name(pull) + " " + command.at()));
            case "push" -> {
                Account author = actor(command, "author");
                String commit = name(pull) + " " + pull.commits().size() + " " + command.at();
                verbs.push(pull, author, commit(commit, pull.headSha(), author, command));
            }
            default -> {
                return onItem(verbs, command, pull, verb);
            }
        }
        return born(pull);
    }

    private ObjectNode startRun(Repo repo, Verbs verbs, Command command) {
        Run.Trigger trigger = new Run.Trigger(
                command.body().path("event").asText("push"),
                command.body().path("branch").asText(repo.profile().defaultBranch()),
                sha(repo.fullName() + " run " + command.at()),
                Optional.of(actor(command, "actor")));
        String workflow = command.body().path("workflow").asText("CI");
        return born(verbs.startRun(repo, verbs.workflow(repo, workflow), trigger));
    }

    private ObjectNode onRun(Verbs verbs, Command command, Run run, String verb) {
        switch (verb) {
            case "complete" ->
                verbs.complete(run, command.body().path("conclusion").asText("success"));
            case "rerun" -> verbs.rerun(run);
            default -> throw new NoSuchThing("No such verb: " + verb);
        }
        return born(run);
    }

    private static Commit commit(String name, String parent, Account author, Command command) {
        return new Commit(
                sha(name),
                Optional.of(author),
                author.name().orElse(author.login()),
                author.login() + "@users.example",
                command.at(),
                command.at(),
                command.body().path("title").asText("Continue"),
                List.of(parent));
    }

    private static String sha(String name) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(Pull pull) {
        return pull.repo().fullName() + "#" + pull.number();
    }

    private Account actor(Command command, String field) {
        String login = command.body().path(field).asText("");
        if (login.isEmpty()) {
            return owner;
        }
        return account(login);
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
        return number(number)
                .flatMap(one -> repo.item(one.intValue()))
                .orElseThrow(() -> new NoSuchThing("No #" + number + " in " + repo.fullName()));
    }

    private static Pull pull(Repo repo, String number) {
        return number(number)
                .flatMap(one -> repo.pull(one.intValue()))
                .orElseThrow(() -> new NoSuchThing("No pull request #" + number + " in " + repo.fullName()));
    }

    private static Run run(Repo repo, String id) {
        return number(id)
                .flatMap(repo::run)
                .orElseThrow(() -> new NoSuchThing("No run " + id + " in " + repo.fullName()));
    }

    private static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static ObjectNode born(Item item) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("number", item.number())
                .put("id", item.id());
    }

    private static ObjectNode born(Run run) {
        return JsonNodeFactory.instance.objectNode().put("id", run.id());
    }
}
