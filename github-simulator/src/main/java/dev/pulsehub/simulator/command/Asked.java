package dev.pulsehub.simulator.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Run;
import dev.pulsehub.simulator.world.Verbs;
import dev.pulsehub.simulator.world.World;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * One command with what its words mean in this world.
 *
 * @param owner who does what is asked for without a name
 * @param path after the collection that {@link Words} has chosen: number and verb, or what names the thing
 */
record Asked(World world, Account owner, Instant at, List<String> path, JsonNode body) {

    Asked {
        path = List.copyOf(path);
    }

    Verbs verbs() {
        return world.at(at);
    }

    /** The path's part of that place; empty beyond its end. */
    String part(int place) {
        return place < path.size() ? path.get(place) : "";
    }

    Asked after(int parts) {
        return new Asked(world, owner, at, path.subList(Math.min(parts, path.size()), path.size()), body);
    }

    Account actor() {
        return who("actor").orElse(owner);
    }

    /** Who writes: the author, or else the actor. */
    Account author() {
        return who("author").orElseGet(this::actor);
    }

    private Optional<Account> who(String field) {
        return text(field).map(this::account);
    }

    Account account(String login) {
        return world.account(login).orElseThrow(() -> new NoSuchThing("No account " + login));
    }

    Repo repo(String owner, String name) {
        return world.repo(owner, name).orElseThrow(() -> new NoSuchThing("No repository " + owner + "/" + name));
    }

    /** A repository by its full name, in a field. */
    Repo repo(String field) {
        String[] parts = required(field).split("/", 2);
        if (parts.length < 2) {
            throw new IllegalArgumentException("\"" + field + "\" is owner/name");
        }
        return repo(parts[0], parts[1]);
    }

    static Item item(Repo repo, String number) {
        return number(number)
                .flatMap(one -> repo.item(one.intValue()))
                .orElseThrow(() -> new NoSuchThing("No #" + number + " in " + repo.fullName()));
    }

    static Issue issue(Repo repo, String number) {
        return number(number)
                .flatMap(one -> repo.issue(one.intValue()))
                .orElseThrow(() -> new NoSuchThing("No issue #" + number + " in " + repo.fullName()));
    }

    static Pull pull(Repo repo, String number) {
        return number(number)
                .flatMap(one -> repo.pull(one.intValue()))
                .orElseThrow(() -> new NoSuchThing("No pull request #" + number + " in " + repo.fullName()));
    }

    static Run run(Repo repo, String id) {
        return number(id)
                .flatMap(repo::run)
                .orElseThrow(() -> new NoSuchThing("No run " + id + " in " + repo.fullName()));
    }

    static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    Optional<String> text(String field) {
        return Optional.ofNullable(body.path(field).textValue()).filter(value -> !value.isEmpty());
    }

    String required(String field) {
        String value = body.path(field).asText("");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("\"" + field + "\" is needed");
        }
        return value;
    }

    int amount(String field, int otherwise) {
        return body.path(field).asInt(otherwise);
    }

    boolean is(String field, boolean otherwise) {
        return body.path(field).asBoolean(otherwise);
    }

    List<String> list(String field) {
        List<String> all = new ArrayList<>();
        body.path(field).forEach(one -> all.add(one.asText()));
        return all;
    }

    /** A commit's name made from words that tell it apart. */
    static String sha(String name) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
