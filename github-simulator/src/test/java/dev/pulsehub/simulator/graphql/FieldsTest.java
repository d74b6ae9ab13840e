package dev.pulsehub.simulator.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.simulator.world.SimulatorClock;
import dev.pulsehub.simulator.world.World;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldsTest {

    /** Accounts are answered alike, whatever their type; the schema does not give every field to each. */
    private static final Set<String> ALIKE = Set.of("Bot", "Mannequin", "User", "Organization");

    @Test
    void every_field_that_is_answered_is_one_of_githubs_schema() {
        GraphQLSchema schema = GitHubSchema.forValidation();
        World world = new World(new SimulatorClock(Clock.systemUTC()));
        List<String> unknown = GraphQlApi.everything(world, "http://github").names().stream()
                .filter(name -> !ALIKE.contains(name.substring(0, name.indexOf('.'))))
                .filter(name ->
                        !(schema.getType(name.substring(0, name.indexOf('.'))) instanceof GraphQLFieldsContainer type
                                && type.getFieldDefinition(name.substring(name.indexOf('.') + 1)) != null))
                .toList();

        assertThat(unknown).isEmpty();
    }
}
