package dev.pulsehub.simulator.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.Value;
import graphql.language.VariableReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What GitHub charges for a query before it runs.
 *
 * @param points requests for connections, full pages assumed, divided by 100; at least 1
 * @param nodes nodes the query could return; GitHub refuses more than 500,000
 */
record QueryCost(int points, long nodes) {

    static final long MOST_NODES = 500_000;

    static QueryCost of(Document document, OperationDefinition operation, Map<String, Object> variables) {
        Counter counter = new Counter(document, variables);
        counter.walk(operation.getSelectionSet(), 1);
        return new QueryCost((int) Math.max(1, Math.round(counter.requests / 100.0)), counter.nodes);
    }

    private static final class Counter {
        private final Document document;
        private final Map<String, Object> variables;
        private double requests;
        private long nodes;

        Counter(Document document, Map<String, Object> variables) {
            this.document = document;
            this.variables = variables;
        }

        void walk(@Nullable SelectionSet selections, long times) {
            if (selections == null) {
                return;
            }
            for (Selection<?> selection : selections.getSelections()) {
                switch (selection) {
                    case Field field -> walk(field, times);
                    case InlineFragment fragment -> walk(fragment.getSelectionSet(), times);
                    case FragmentSpread spread -> walk(fragment(spread.getName()), times);
                    default -> throw new IllegalStateException("unknown selection " + selection);
                }
            }
        }

        private void walk(Field field, long times) {
            int asked = asked(field);
            if (asked == 0) {
                walk(field.getSelectionSet(), times);
                return;
            }
            requests += times;
            nodes += times * asked;
            walk(field.getSelectionSet(), times * asked);
        }

        private int asked(Field field) {
            return field.getArguments().stream()
                    .filter(argument -> "first".equals(argument.getName()) || "last".equals(argument.getName()))
                    .mapToInt(argument -> number(argument.getValue()))
                    .max()
                    .orElse(0);
        }

        private int number(Value<?> value) {
            return switch (value) {
                case IntValue number -> number.getValue().intValue();
                case VariableReference variable ->
                    variables.get(variable.getName()) instanceof Number number ? number.intValue() : 0;
                default -> 0;
            };
        }

        private @Nullable SelectionSet fragment(String name) {
            return document.getDefinitionsOfType(FragmentDefinition.class).stream()
                    .filter(fragment -> fragment.getName().equals(name))
                    .findFirst()
                    .map(FragmentDefinition::getSelectionSet)
                    .orElse(null);
        }
    }
}
