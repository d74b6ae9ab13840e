package dev.pulsehub.simulator.demo;

import dev.pulsehub.simulator.world.NotPossible;
import dev.pulsehub.simulator.world.Verbs;
import dev.pulsehub.simulator.world.World;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** What will happen and when. Acted out up to a moment; the rest waits for its time. */
public final class Script {

    private final List<Line> written = new ArrayList<>();
    private final Deque<Line> waiting = new ArrayDeque<>();

    private record Line(Instant at, long order, Consumer<Verbs> act) {}

    void at(Instant moment, Consumer<Verbs> act) {
        written.add(new Line(moment, written.size(), act));
    }

    /** Adds something that happened outside the script, such as a line of the journal. Only before it is played. */
    public void insert(Instant moment, Consumer<Verbs> act) {
        at(moment, act);
    }

    /**
     * Acts out everything up to and including the moment, in the order of time; the world is changed by nobody else.
     */
    public void playUntil(World world, Instant moment) {
        world.write(() -> {
            sort();
            while (!waiting.isEmpty() && !waiting.element().at().isAfter(moment)) {
                play(world, waiting.remove());
            }
            return moment;
        });
    }

    private void sort() {
        if (!written.isEmpty()) {
            written.sort(Comparator.comparing(Line::at).thenComparing(Line::order));
            waiting.addAll(written);
            written.clear();
        }
    }

    private static void play(World world, Line line) {
        try {
            line.act().accept(world.at(line.at()));
        } catch (NotPossible e) {
            // somebody outside the script was there first: merged, closed or readied it
        }
    }
}
