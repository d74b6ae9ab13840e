package dev.pulsehub.core.report;

import java.time.Duration;
import java.util.Optional;

/**
 * Which pull requests a list holds. The selection's range cuts by {@code merged_at} when merged ones are asked for, by
 * {@code closed_at} for closed ones, by {@code created_at} otherwise.
 *
 * @param author login, in any case
 * @param text part of the title, or a number
 * @param metric only pull requests that have this duration
 * @param least shortest duration of {@code metric} that is listed
 * @param most longest duration of {@code metric} that is listed
 */
public record PullFilter(
        Selection selection,
        Optional<PullState> state,
        Optional<PullStage> stage,
        Optional<String> author,
        Optional<String> text,
        Optional<PullMetric> metric,
        Optional<Duration> least,
        Optional<Duration> most) {

    /** All pull requests of the selection in this state. */
    public static PullFilter of(Selection selection, Optional<PullState> state) {
        Optional<Duration> any = Optional.empty();
        return new PullFilter(
                selection, state, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), any, any);
    }

    Conditions conditions(Scope scope, Range.Moments moments) {
        String moment = "p." + state.map(PullState::moment).orElse("created_at");
        Conditions conditions = new Conditions()
                .and("p.organization_id = ?", selection.organizationId())
                .and("p.repository_id = any(?)", (Object) scope.repoIds())
                .and("(? or not p.author_is_bot)", selection.bots())
                .maybe("p.state = ?", state, PullState::name)
                .maybe(moment + " >= ?", moments.from(), from -> from)
                .maybe(moment + " < ?", moments.to(), to -> to)
                .maybe("lower(p.author) = lower(?)", author, login -> login);
        stage.ifPresent(wanted -> conditions.and(wanted.condition()));
        text.ifPresent(part ->
                conditions.and("(p.title ilike ? or p.number::text = ?)", Conditions.containing(part), digits(part)));
        metric.ifPresent(wanted -> {
            String column = "p." + wanted.column();
            conditions.and(column + " is not null");
            conditions.maybe(column + " >= ?", least, Duration::toSeconds);
            conditions.maybe(column + " <= ?", most, Duration::toSeconds);
        });
        return conditions;
    }

    private static String digits(String text) {
        return text.startsWith("#") ? text.substring(1) : text;
    }
}
