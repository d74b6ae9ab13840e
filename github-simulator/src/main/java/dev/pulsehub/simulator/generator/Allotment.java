package dev.pulsehub.simulator.generator;

/** Splits a number into whole parts that add up to it, as near to their weights as whole numbers come. */
final class Allotment {

    private Allotment() {}

    /** Parts in the order of the weights; all in the first one where no weight is above zero. */
    static int[] of(int total, double[] weights) {
        int[] parts = new int[weights.length];
        double whole = 0;
        for (double weight : weights) {
            whole += weight;
        }
        if (parts.length > 0 && whole <= 0) {
            parts[0] = total;
            return parts;
        }
        double sum = 0;
        int given = 0;
        for (int i = 0; i < parts.length; i++) {
            sum += weights[i];
            int until = i == parts.length - 1 ? total : (int) Math.min(total, Math.floor(total * (sum / whole)));
            parts[i] = until - given;
            given = until;
        }
        return parts;
    }

    /** The same with at least one for each part, as long as there are enough. */
    static int[] atLeastOne(int total, double[] weights) {
        if (total < weights.length) {
            return of(total, weights);
        }
        int[] parts = of(total - weights.length, weights);
        for (int i = 0; i < parts.length; i++) {
            parts[i]++;
        }
        return parts;
    }
}
