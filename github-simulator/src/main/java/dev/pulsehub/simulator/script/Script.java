package dev.pulsehub.simulator.script;

import dev.pulsehub.simulator.world.NotPossible;
import dev.pulsehub.simulator.world.Verbs;
import dev.pulsehub.simulator.world.World;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;

/** What will happen and when. Acted out up to a moment; the rest waits for its time. */
public final class Script {

    private final Queue<Line> waiting =
            new PriorityQueue<>(Comparator.comparing(Line::at).thenComparing(Line::order));
    private long written;

    private record Line(Instant at, long order, Consumer<Verbs> act) {}

    /** Lines of one moment are acted out in the order they were written. */
    public void at(Instant moment, Consumer<Verbs> act) {
        waiting.add(new Line(moment, written++, act));
    }

    /**
     * Acts out everything up to and including the moment, in the order of time; the world is changed by nobody else.
     */
    public void playUntil(World world, Instant moment) {
        world.write(() -> {
            while (!waiting.isEmpty() && !waiting.element().at().isAfter(moment)) {
                play(world, waiting.remove());
            }
            return moment;
        });
    }

    private static void play(World world, Line line) {
        try {
            line.act().accept(world.at(line.at()));
        } catch (NotPossible e) {
            // somebody outside the script was there first: merged, closed or readied it
        }
    }
}
