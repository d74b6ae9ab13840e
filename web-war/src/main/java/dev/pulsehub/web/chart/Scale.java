package dev.pulsehub.web.chart;

import java.util.ArrayList;
import java.util.List;

/** A vertical axis from zero to a round number, with few lines at round numbers. */
record Scale(double top, double step) {

    private static final int MOST_LINES = 5;
    private static final double HOUR = 3600;
    private static final double DAY = 24 * HOUR;
    private static final double[] SPANS = {
        60,
        120,
        300,
        600,
        900,
        1800,
        HOUR,
        2 * HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY,
        2 * DAY,
        3 * DAY,
        5 * DAY,
        7 * DAY,
        14 * DAY,
        30 * DAY,
        60 * DAY,
        90 * DAY,
        180 * DAY,
        365 * DAY,
        730 * DAY,
        1825 * DAY
    };
    private static final double[] COUNTS = {
        1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000, 2000, 5000, 10_000, 100_000
    };

    static Scale seconds(double greatest) {
        return fitting(greatest, SPANS);
    }

    static Scale count(double greatest) {
        return fitting(greatest, COUNTS);
    }

    private static Scale fitting(double greatest, double[] steps) {
        for (double step : steps) {
            if (greatest <= step * (MOST_LINES - 1)) {
                return new Scale(Math.max(step, Math.ceil(greatest / step) * step), step);
            }
        }
        return new Scale(greatest, greatest / 2);
    }

    List<Double> lines() {
        List<Double> lines = new ArrayList<>();
        for (double line = 0; line <= top + step / 2; line += step) {
            lines.add(line);
        }
        return lines;
    }
}
