package dev.pulsehub.core.metrics;

/** How the values of many things become one number. */
public enum Aggregate {
    /** Number of things. */
    COUNT("number"),
    /** Middle value; the two middle ones mixed evenly. */
    MEDIAN("p50"),
    /** The value nine of ten do not exceed, interpolated. */
    NINTH_TENTH("p90"),
    /** Mean of zeros and ones. */
    SHARE("share"),
    /** Number of things by the days that have begun. */
    PER_DAY("number per day"),
    /** Number of things by weeks, by the people behind them. */
    PER_PERSON_WEEK("number per week and person"),
    /** Number of different people. */
    PEOPLE("number of people"),
    /** People with a value of one, of all people. */
    SHARE_OF_PEOPLE("share of people");

    private final String text;

    Aggregate(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }

    /** Whether the things have a value each, so that percentiles mean something. */
    public boolean hasPercentiles() {
        return this == MEDIAN || this == NINTH_TENTH;
    }
}
