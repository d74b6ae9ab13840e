package dev.pulsehub.simulator.world;

import java.util.HashMap;
import java.util.Map;

/** Numbers of a repository that it prints everywhere and cannot count each time. */
final class Tally {

    private final Map<Integer, Integer> openByMilestone = new HashMap<>();
    private final Map<Integer, Integer> closedByMilestone = new HashMap<>();
    private int open;

    int open() {
        return open;
    }

    int planned(int milestone, boolean isOpen) {
        return (isOpen ? openByMilestone : closedByMilestone).getOrDefault(milestone, 0);
    }

    void count(Item item, int by) {
        open += item.isOpen() ? by : 0;
        item.milestone()
                .ifPresent(milestone -> (item.isOpen() ? openByMilestone : closedByMilestone)
                        .merge(milestone.number(), by, Integer::sum));
    }
}
