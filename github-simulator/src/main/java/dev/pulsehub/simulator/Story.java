package dev.pulsehub.simulator;

import dev.pulsehub.simulator.command.NoSuchThing;
import dev.pulsehub.simulator.http.Commands;
import dev.pulsehub.simulator.script.Script;
import dev.pulsehub.simulator.world.NotPossible;
import dev.pulsehub.simulator.world.World;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** What goes on in the world by itself, second by second, and what people did before the last restart. */
final class Story implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger(Story.class.getName());

    private final World world;
    private final Script script;
    private final ScheduledExecutorService stage = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("script").factory());

    Story(World world, Script script) {
        this.world = world;
        this.script = script;
    }

    void playUntil(Instant moment) {
        script.playUntil(world, moment);
    }

    /**
     * Puts the journal's changes into the story at their moments, in their own order. What an earlier version of the
     * demo allowed and this one does not is left out, and said.
     */
    void doAgain(List<Commands.Command> done, Commands commands) {
        Instant now = world.clock().instant();
        Instant place = Instant.MIN;
        for (Commands.Command command : done) {
            place = command.at().isAfter(place) ? command.at() : place;
            script.at(place.isAfter(now) ? now : place, verbs -> {
                try {
                    commands.replay(command);
                } catch (NotPossible | NoSuchThing | IllegalArgumentException e) {
                    LOGGER.log(
                            System.Logger.Level.WARNING,
                            "Not done again: {0} of {1}: {2}",
                            String.join("/", command.path()),
                            command.at(),
                            e.getMessage());
                }
            });
        }
    }

    /** Goes on with the clock from now on. */
    void begin() {
        every(1, this::goOn);
    }

    /** Does something beside the story, every so many seconds. */
    void every(int seconds, Runnable work) {
        stage.scheduleWithFixedDelay(work, seconds, seconds, TimeUnit.SECONDS);
    }

    private void goOn() {
        try {
            world.write(() -> {
                Instant now = world.clock().instant();
                script.playUntil(world, now);
                return now;
            });
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.ERROR, "The story stops here", e);
            throw e;
        }
    }

    @Override
    public void close() {
        stage.shutdownNow();
    }
}
