package dev.pulsehub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pulsehub.simulator.graphql.GitHubSchema;
import dev.pulsehub.simulator.graphql.GraphQlApi;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every field that is said to be answered is answered, in the type the schema gives it; every other is an error. */
class EveryFieldIT {

    private static final GraphQLSchema SCHEMA = GitHubSchema.forValidation();
    private static final Map<String, Set<String>> ANSWERED = GraphQlApi.answered().stream()
            .collect(Collectors.groupingBy(
                    name -> name.substring(0, name.indexOf('.')),
                    Collectors.mapping(name -> name.substring(name.indexOf('.') + 1), Collectors.toSet())));

    /** Fields that not each of their objects can answer: a pull request's comment is on no issue. */
    private static final Set<String> OF_SOME_ONLY = Set.of("IssueComment.issue");

    private static Simulator simulator;
    private static Client client;

    @BeforeAll
    static void start() {
        simulator = Eventful.start();
        client = new Client(simulator);
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @Test
    void every_answered_field_has_an_answer_of_its_type() throws Exception {
        Set<String> asked = new TreeSet<>();
        for (String start : List.of(
                "organization(login: \"acme\")",
                "repository(owner: \"acme\", name: \"storefront\")",
                "user(login: \"olga\")")) {
            String type = start.startsWith("org") ? "Organization" : start.startsWith("user") ? "User" : "Repository";
            for (String field : ANSWERED.getOrDefault(type, Set.of())) {
                String selection = field(type, field, 3, asked);
                if (!selection.isEmpty()) {
                    JsonNode answer = client.query("{ " + start + " { " + selection + " } }", Map.of());
                    assertThat(answer.path("errors"))
                            .as(type + "." + field)
                            .allMatch(error -> error.path("message").asText().startsWith("Only the hash of commit"));
                }
            }
        }
        assertThat(asked).hasSizeGreaterThan(350);
    }

    @Test
    void ids_beyond_32_bits_are_whole_numbers_everywhere() throws Exception {
        JsonNode runs = client.query(
                "{ repository(owner: \"acme\", name: \"storefront\") { pullRequests(first: 1) { nodes { databaseId fullDatabaseId } } } }",
                Map.of());
        JsonNode pull = runs.at("/data/repository/pullRequests/nodes/0");
        assertThat(pull.path("databaseId").asLong()).isGreaterThan(Integer.MAX_VALUE);
        assertThat(pull.path("fullDatabaseId").asText())
                .isEqualTo(pull.path("databaseId").asText());
    }

    @Test
    void a_field_of_the_schema_that_nobody_answers_is_an_error_and_not_null() throws Exception {
        for (String type : List.of("Repository", "Issue", "PullRequest", "User")) {
            for (GraphQLFieldDefinition field : container(type).getFieldDefinitions()) {
                if (ANSWERED.getOrDefault(type, Set.of()).contains(field.getName()) || !isLeaf(field) || needs(field)) {
                    continue;
                }
                JsonNode answer = client.query(query(type, field.getName()), Map.of());
                assertThat(answer.at("/errors/0/type").asText())
                        .as(type + "." + field.getName() + " " + answer)
                        .isEqualTo("NOT_IMPLEMENTED");
            }
        }
    }

    private static String query(String type, String field) {
        return switch (type) {
            case "Repository" -> "{ repository(owner: \"acme\", name: \"storefront\") { " + field + " } }";
            case "Issue" ->
                "{ repository(owner: \"acme\", name: \"storefront\") { issues(first: 1) { nodes { " + field
                        + " } } } }";
            case "PullRequest" ->
                "{ repository(owner: \"acme\", name: \"storefront\") { pullRequests(first: 1) { nodes { " + field
                        + " } } } }";
            default -> "{ user(login: \"olga\") { " + field + " } }";
        };
    }

    private static String field(String type, String name, int depth, Set<String> asked) {
        GraphQLFieldDefinition field = container(type).getFieldDefinition(name);
        if (field == null || needs(field) || OF_SOME_ONLY.contains(type + "." + name)) {
            return "";
        }
        asked.add(type + "." + name);
        GraphQLNamedOutputType answer = (GraphQLNamedOutputType) GraphQLTypeUtil.unwrapAll(field.getType());
        boolean paged = field.getArgument("first") != null;
        String call = name + (paged ? "(first: 3)" : "");
        if (isLeaf(field)) {
            return call;
        }
        if (depth == 0) {
            return paged ? name + " { totalCount }" : call + " { __typename }";
        }
        String inside = paged
                ? "totalCount pageInfo { hasNextPage endCursor } nodes { " + of(node(answer), depth - 1, asked) + " }"
                : of(answer, depth - 1, asked);
        return call + " { " + inside + " }";
    }

    private static GraphQLNamedOutputType node(GraphQLNamedOutputType connection) {
        return (GraphQLNamedOutputType) GraphQLTypeUtil.unwrapAll(
                ((GraphQLObjectType) connection).getFieldDefinition("nodes").getType());
    }

    private static String of(GraphQLNamedOutputType type, int depth, Set<String> asked) {
        if (type instanceof GraphQLObjectType object) {
            return "__typename " + fields(object.getName(), depth, asked);
        }
        List<String> members = type instanceof GraphQLUnionType union
                ? union.getTypes().stream().map(one -> one.getName()).toList()
                : Objects.requireNonNull(SCHEMA.getImplementations((graphql.schema.GraphQLInterfaceType) type)).stream()
                        .map(GraphQLObjectType::getName)
                        .toList();
        int[] place = {0};
        return "__typename "
                + members.stream()
                        .filter(ANSWERED::containsKey)
                        .map(one -> "... on " + one + " { " + leaves(one, asked, "_" + place[0]++) + " }")
                        .collect(Collectors.joining(" "));
    }

    /** Each under a name of its own: fields of different types that share one may not be asked for under it. */
    private static String leaves(String type, Set<String> asked, String suffix) {
        return "__typename "
                + ANSWERED.getOrDefault(type, Set.of()).stream()
                        .map(name -> {
                            String call = leaf(type, name, asked);
                            return call.isEmpty() ? "" : name + suffix + ": " + call;
                        })
                        .collect(Collectors.joining(" "));
    }

    private static String leaf(String type, String name, Set<String> asked) {
        GraphQLFieldDefinition field = container(type).getFieldDefinition(name);
        return field == null || needs(field) ? "" : isLeaf(field) ? field(type, name, 0, asked) : "";
    }

    private static String fields(String type, int depth, Set<String> asked) {
        return ANSWERED.getOrDefault(type, Set.of()).stream()
                .map(name -> field(type, name, depth, asked))
                .collect(Collectors.joining(" "));
    }

    private static GraphQLFieldsContainer container(String type) {
        return (GraphQLFieldsContainer) Objects.requireNonNull((Object) SCHEMA.getType(type));
    }

    private static boolean isLeaf(GraphQLFieldDefinition field) {
        return GraphQLTypeUtil.isLeaf(GraphQLTypeUtil.unwrapAll(field.getType()));
    }

    private static boolean needs(GraphQLFieldDefinition field) {
        return field.getArguments().stream().map(GraphQLArgument::getType).anyMatch(GraphQLTypeUtil::isNonNull);
    }
}
