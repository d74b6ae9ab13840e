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
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
        Map<String, Object> known = new HashMap<>();
        for (VariableDefinition definition : operation.getVariableDefinitions()) {
            if (definition.getDefaultValue() instanceof IntValue number) {
                known.put(definition.getName(), number.getValue().intValue());
            }
        }
        known.putAll(variables);
        Counter counter = new Counter(document, known);
        counter.walk(operation.getSelectionSet(), 1);
        return new QueryCost((int) Math.max(1, Math.round(counter.requests / 100.0)), counter.nodes);
    }

    private static final class Counter {
        private final Document document;
        private final Map<String, Object> variables;
        private double requests;
        private long nodes;
        private final Set<String> open = new HashSet<>();

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
                    case FragmentSpread spread -> walk(spread, times);
                    default -> throw new IllegalStateException("unknown selection " + selection);
                }
            }
        }

        /** A fragment that contains itself is refused later, as invalid. */
        private void walk(FragmentSpread spread, long times) {
            if (open.add(spread.getName())) {
                walk(fragment(spread.getName()), times);
                open.remove(spread.getName());
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
            if (nodes <= MOST_NODES) { // else it is refused anyway, and deeper numbers outgrow a long
                walk(field.getSelectionSet(), times * asked);
            }
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
