package dev.pulsehub.core.report;

import dev.pulsehub.core.report.MetricQuestion.Grouping;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.Transactions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Answers any metric of the catalogue, as the person who asks may see it. */
@Dependent
public final class MetricReport {

    private final Transactions transactions;
    private final Clock clock;

    @Inject
    public MetricReport(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One transaction of two statements. */
    public MetricAnswer read(MetricQuestion question) {
        return transactions.call(
                Caller.reader(question.selection().personId()), connection -> read(connection, question));
    }

    private MetricAnswer read(Connection connection, MetricQuestion question) throws SQLException {
        Instant now = clock.instant();
        Scope scope = Scope.read(connection, question.selection(), now);
        Window window = cut(scope.window(question.selection().range(), now), question);
        MetricQuery query = new MetricQuery(question, scope, window, now);
        List<MetricQuery.Group> groups = query.read(connection);
        LocalDate today = LocalDate.ofInstant(now, window.zone());
        MetricNumbers total = total(groups, 1);
        return new MetricAnswer(
                question,
                scope,
                window,
                figure(question, total, begun(window.first(), window.end(), today)),
                question.compared() && window.compared()
                        ? Optional.of(figure(question, total(groups, 2), window.days()))
                        : Optional.empty(),
                query.byTime()
                        ? pieces(query, groups, question, window, today)
                        : named(groups, question, window, today),
                new MetricAnswer.Quality(total.withoutValue(), total.negative(), total.nobody()));
    }

    private static Window cut(Window window, MetricQuestion question) {
        Bucket bucket = question.grouping()
                .filter(Grouping::byTime)
                .map(grouping -> Bucket.valueOf(grouping.name()))
                .orElse(window.bucket());
        return new Window(window.first(), window.end(), window.zone(), bucket, window.compared());
    }

    private static List<MetricAnswer.Piece> pieces(
            MetricQuery query,
            List<MetricQuery.Group> groups,
            MetricQuestion question,
            Window window,
            LocalDate today) {
        List<MetricAnswer.Piece> pieces = new ArrayList<>();
        List<LocalDate> starts = window.buckets();
        for (int i = 0; i < starts.size(); i++) {
            LocalDate first = Pieces.first(window, starts.get(i));
            LocalDate end = Pieces.last(window, starts.get(i)).plusDays(1);
            MetricNumbers numbers = query.standing() ? total(groups, i + 3) : piece(groups, starts.get(i));
            pieces.add(new MetricAnswer.Piece(first.toString(), figure(question, numbers, begun(first, end, today))));
        }
        return pieces;
    }

    private static List<MetricAnswer.Piece> named(
            List<MetricQuery.Group> groups, MetricQuestion question, Window window, LocalDate today) {
        long days = begun(window.first(), window.end(), today);
        return groups.stream()
                .filter(group ->
                        group.place() == 1 && !group.total() && group.piece().isPresent())
                .map(group ->
                        new MetricAnswer.Piece(group.piece().orElseThrow(), figure(question, group.numbers(), days)))
                .sorted(Comparator.comparing(MetricAnswer.Piece::name))
                .toList();
    }

    private static MetricNumbers total(List<MetricQuery.Group> groups, int place) {
        return groups.stream()
                .filter(group -> group.total() && group.place() == place)
                .findFirst()
                .map(MetricQuery.Group::numbers)
                .orElse(MetricNumbers.NONE);
    }

    private static MetricNumbers piece(List<MetricQuery.Group> groups, LocalDate start) {
        return groups.stream()
                .filter(group -> group.place() == 1 && group.piece().equals(Optional.of(start.toString())))
                .findFirst()
                .map(MetricQuery.Group::numbers)
                .orElse(MetricNumbers.NONE);
    }

    private static MetricAnswer.Figure figure(MetricQuestion question, MetricNumbers numbers, long days) {
        boolean spread = question.key().aggregate().hasPercentiles();
        return new MetricAnswer.Figure(
                numbers.n(question.key().aggregate()),
                numbers.value(question.key().aggregate(), question.statistic(), days),
                numbers.percentiles().p50().filter(any -> spread),
                numbers.percentiles().p75().filter(any -> spread),
                numbers.percentiles().p90().filter(any -> spread));
    }

    /** Days from the first up to the end or today, whichever is earlier; at least one. */
    private static long begun(LocalDate first, LocalDate end, LocalDate today) {
        LocalDate last = end.isAfter(today) ? today.plusDays(1) : end;
        return Math.max(1, ChronoUnit.DAYS.between(first, last));
    }
}
