package dev.pulsehub.core.report;

import java.util.List;
import java.util.Optional;

/**
 * Which issues a list holds. The range cuts by {@code closed_at} when closed ones are asked for, by {@code created_at}
 * otherwise.
 *
 * @param text part of the title, or a number
 * @param labels every one of them, as GitHub writes them
 */
public record IssueFilter(Selection selection, Optional<State> state, Optional<String> text, List<String> labels) {

    public IssueFilter {
        labels = List.copyOf(labels);
    }

    public IssueFilter(Selection selection, Optional<State> state, Optional<String> text) {
        this(selection, state, text, List.of());
    }

    /** State of an issue. */
    public enum State {
        OPEN,
        CLOSED
    }

    Conditions conditions(Scope scope, Range.Moments moments) {
        String moment = state.equals(Optional.of(State.CLOSED)) ? "i.closed_at" : "i.created_at";
        Conditions conditions = new Conditions()
                .and("i.organization_id = ?", selection.organizationId())
                .and("i.repository_id = any(?)", (Object) scope.repoIds())
                .and("(? or not i.author_is_bot)", selection.bots())
                .maybe("i.state = ?", state, State::name)
                .maybe(moment + " >= ?", moments.from(), from -> from)
                .maybe(moment + " < ?", moments.to(), to -> to);
        labels.forEach(label -> conditions.and("? = any (i.labels)", label));
        text.ifPresent(
                part -> conditions.and("(i.title ilike ? or i.number::text = ?)", Conditions.containing(part), part));
        return conditions;
    }
}
