package dev.pulsehub.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.command.Words;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.SimulatorClock;
import dev.pulsehub.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Changes asked for from outside, each one line of the journal, so that a later start can do them again. */
public final class Commands {

    private static final List<String> CLOCK = List.of("clock");

    private final World world;
    private final Words words;
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
        this.words = new Words(world, owner);
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
        return command.path().equals(CLOCK)
                ? JsonNodeFactory.instance.objectNode() // moved before anything else is done again
                : words.say(command.at(), command.path(), command.body());
    }
}
