package dev.pulsehub.simulator.hook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What goes wrong between an event and its delivery. By count ("the next three") or by chance, drawn from a seed so
 * that a run can be repeated. Thread-safe.
 */
public final class Mishaps {

    private final List<Letter> held = new ArrayList<>();
    private Random chance = new Random(1);
    private int lose;
    private int repeat;
    private int hold;
    private double loseRate;
    private double repeatRate;
    private double shuffleRate;
    private Duration delay = Duration.ZERO;

    /** Something to be sent to somebody. */
    record Letter(Hook hook, String guid, Message message) {}

    /** The next so many deliveries are never sent; they are in no log. */
    public synchronized void lose(int next) {
        lose = next;
    }

    /** The next so many deliveries are sent twice under the same GUID. */
    public synchronized void repeat(int next) {
        repeat = next;
    }

    /** The next so many deliveries wait for each other and are then sent in reverse order. */
    public synchronized void reverse(int next) {
        hold = next;
    }

    /** Every delivery waits so long before it is sent. */
    public synchronized void delay(Duration by) {
        delay = by;
    }

    /** From now on each delivery is lost, repeated, or swapped with the next one with these chances from 0 to 1. */
    public synchronized void chances(double losing, double repeating, double swapping, long seed) {
        loseRate = losing;
        repeatRate = repeating;
        shuffleRate = swapping;
        chance = new Random(seed);
    }

    /** Nothing goes wrong from now on; what was held back is returned to be sent. */
    synchronized List<Letter> end() {
        lose = 0;
        repeat = 0;
        hold = 0;
        delay = Duration.ZERO;
        chances(0, 0, 0, 1);
        return release();
    }

    synchronized Duration delay() {
        return delay;
    }

    /** What is to be sent now that this one is due: nothing, one, it twice, or several that waited. */
    synchronized List<Letter> pass(Letter letter) {
        if (lose > 0) {
            lose--;
            return List.of();
        }
        if (chance.nextDouble() < loseRate) {
            return List.of();
        }
        if (hold > 0) {
            hold--;
            held.addFirst(letter);
            return hold == 0 ? release() : List.of();
        }
        if (repeat > 0) {
            repeat--;
            return List.of(letter, letter);
        }
        if (chance.nextDouble() < repeatRate) {
            return List.of(letter, letter);
        }
        if (held.isEmpty() && chance.nextDouble() < shuffleRate) {
            held.add(letter);
            return List.of();
        }
        List<Letter> due = new ArrayList<>(List.of(letter));
        due.addAll(release());
        return due;
    }

    private List<Letter> release() {
        List<Letter> all = List.copyOf(held);
        held.clear();
        return all;
    }
}
