package dev.pulsehub.core.report;

import dev.pulsehub.core.metrics.Aggregate;
import dev.pulsehub.persistence.connection.Row;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The numbers of one metric over one piece of time or group.
 *
 * @param n things with a value; of people metrics the people
 * @param withoutValue things in the time that have no value, such as pull requests nobody answered
 * @param negative things whose value would be negative; they are not counted
 * @param nobody things of a deleted account; counted in totals, in no list of people
 */
public record MetricNumbers(
        long n,
        Percentiles percentiles,
        Optional<Double> mean,
        long people,
        long reviewers,
        long withoutValue,
        long negative,
        long nobody) {

    /** Nothing happened. */
    static final MetricNumbers NONE = new MetricNumbers(0, Percentiles.NONE, Optional.empty(), 0, 0, 0, 0, 0);

    private static final int DAYS_OF_WEEK = 7;

    /** The columns {@link #read} reads, over rows with {@code value} and {@code person}. */
    static final String COLUMNS = Percentiles.columns("value", "value") + """
            , avg(value) as mean, count(distinct person) filter (where value is not null) as people,
            count(distinct person) filter (where value = 1) as reviewers,
            count(*) filter (where raw is null) as without_value, count(*) filter (where raw < 0) as negative,
            count(*) filter (where person is null) as nobody
            """;

    static MetricNumbers read(Row row) throws SQLException {
        Percentiles percentiles = Percentiles.read(row, "value");
        return new MetricNumbers(
                percentiles.n(),
                percentiles,
                Fractions.find(row, "mean"),
                row.number("people"),
                row.number("reviewers"),
                row.number("without_value"),
                row.number("negative"),
                row.number("nobody"));
    }

    /** How many things or people the value stands on. */
    long n(Aggregate aggregate) {
        return aggregate == Aggregate.PEOPLE || aggregate == Aggregate.SHARE_OF_PEOPLE ? people : n;
    }

    /**
     * The one number.
     *
     * @param days how many days of the time have begun
     * @return empty when there is no data, which only for what is counted is zero
     */
    Optional<Double> value(Aggregate aggregate, Optional<MetricQuestion.Statistic> statistic, long days) {
        return switch (aggregate) {
            case COUNT -> Optional.of((double) n);
            case PEOPLE -> Optional.of((double) people);
            case MEDIAN -> statistic(statistic.orElse(MetricQuestion.Statistic.P50));
            case NINTH_TENTH -> statistic(statistic.orElse(MetricQuestion.Statistic.P90));
            case SHARE -> mean;
            case PER_DAY -> Optional.of(n / (double) days);
            case PER_PERSON_WEEK ->
                people == 0 ? Optional.empty() : Optional.of(n / (double) people * DAYS_OF_WEEK / days);
            case SHARE_OF_PEOPLE -> people == 0 ? Optional.empty() : Optional.of(reviewers / (double) people);
        };
    }

    private Optional<Double> statistic(MetricQuestion.Statistic statistic) {
        return switch (statistic) {
            case P50 -> percentiles.p50();
            case P75 -> percentiles.p75();
            case P90 -> percentiles.p90();
            case MEAN -> mean;
        };
    }
}
