package dev.pulsehub.core.config;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What a misspelt name was meant to be. */
final class Spelling {

    private static final int SLIP = 2;

    private Spelling() {}

    static Optional<String> nearest(String name, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt((String one) -> distance(name, one))
                        .thenComparing(one -> one));
    }

    /** Whether one was likely typed for the other. */
    static boolean isSlip(String typed, String meant) {
        return distance(typed, meant) <= SLIP;
    }

    /** Edits that turn one text into the other. */
    private static int distance(String one, String other) {
        int[] costs = new int[other.length() + 1];
        Arrays.setAll(costs, j -> j);
        for (int i = 1; i <= one.length(); i++) {
            int corner = costs[0];
            costs[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = costs[j];
                int substituted = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                costs[j] = Math.min(substituted, 1 + Math.min(above, costs[j - 1]));
                corner = above;
            }
        }
        return costs[other.length()];
    }
}
