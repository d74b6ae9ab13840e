package dev.pulsehub.core.report;

import dev.pulsehub.core.report.MetricQuestion.Grouping;
import dev.pulsehub.persistence.connection.Row;
import dev.pulsehub.persistence.connection.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the numbers of a metric in one statement: of the time, of the time before, and of each piece or group. */
final class MetricQuery {

    private static final String VALUE = "s.value as raw, case when s.value >= 0 then s.value end as value";

    /** Things that happened: each belongs to the moment it happened. */
    private static final String COLLECTED = """
            with sample as (:rows and :moment >= ? and :moment < ?),
            kept as (
                select case when s.at >= ? then 1 else 2 end as place, :group as piece, s.person, :value
                from sample s where ? or not s.bot)
            select place, piece, grouping(piece) = 1 as total, :numbers
            from kept
            group by grouping sets ((place), (place, piece))
            """;

    /** Things that stand: looked at in several moments. */
    private static final String STANDING = """
            with sample as materialized (:rows and :moment < ? and (t.ended_at is null or t.ended_at > ?)),
            seen as (
                select m.place, s.repo, s.person, s.value + extract(epoch from to_timestamp(m.at) - s.at) as value
                from unnest(?::bigint[]) with ordinality m (at, place)
                join sample s on s.at <= to_timestamp(m.at) and (s.ended_at is null or s.ended_at > to_timestamp(m.at))
                where ? or not s.bot),
            kept as (select s.place, :group as piece, s.person, :value from seen s)
            select place, piece, grouping(piece) = 1 as total, :numbers
            from kept
            group by grouping sets ((place), (place, piece))
            """;

    /** @param place 1 the time itself, 2 the time before, further ones pieces of time of what stands */
    record Group(int place, Optional<String> piece, boolean total, MetricNumbers numbers) {}

    private final MetricQuestion question;
    private final Scope scope;
    private final Window window;
    private final Instant now;

    MetricQuery(MetricQuestion question, Scope scope, Window window, Instant now) {
        this.question = question;
        this.scope = scope;
        this.window = window;
        this.now = now;
    }

    List<Group> read(Connection connection) throws SQLException {
        return (standing() ? standingThings() : collectedThings()).list(connection, MetricQuery::group);
    }

    boolean standing() {
        return question.key().subject().standing();
    }

    /** Ends of the pieces of time, not later than now; a piece that has not begun has none. */
    List<Long> moments() {
        List<Long> moments = new ArrayList<>();
        moments.add(atMostNow(window.to()));
        moments.add(window.from().getEpochSecond());
        if (byTime()) {
            for (LocalDate start : window.buckets()) {
                LocalDate next = Pieces.last(window, start).plusDays(1);
                moments.add(atMostNow(next.atStartOfDay(window.zone()).toInstant()));
            }
        }
        return moments;
    }

    boolean byTime() {
        return question.grouping().map(Grouping::byTime).orElse(true);
    }

    private long atMostNow(Instant moment) {
        return (moment.isAfter(now) ? now : moment).getEpochSecond();
    }

    private Sql collectedThings() {
        List<Object> values = new ArrayList<>(List.of(
                question.selection().organizationId(),
                scope.repoIds(),
                question.compared() ? window.previousFrom() : window.from(),
                window.to(),
                window.from()));
        String group = group();
        if (byTime()) {
            group = "date_trunc(?, s.at at time zone ?)::date::text";
            values.add(window.bucket().unit());
            values.add(window.zone().getId());
        }
        values.add(question.selection().bots());
        return Sql.of(filled(COLLECTED, group), values.toArray());
    }

    private Sql standingThings() {
        return Sql.of(
                filled(STANDING, byTime() ? "null::text" : group()),
                question.selection().organizationId(),
                scope.repoIds(),
                window.to(),
                window.from(),
                moments().toArray(Long[]::new),
                question.selection().bots());
    }

    private String group() {
        return question.grouping().equals(Optional.of(Grouping.AUTHOR)) ? "s.person" : "s.repo";
    }

    private String filled(String statement, String group) {
        return statement
                .replace(":rows", question.key().rows())
                .replace(":moment", question.key().subject().moment())
                .replace(":group", group)
                .replace(":value", VALUE)
                .replace(":numbers", MetricNumbers.COLUMNS);
    }

    private static Group group(Row row) throws SQLException {
        return new Group(row.count("place"), row.findText("piece"), row.flag("total"), MetricNumbers.read(row));
    }
}
