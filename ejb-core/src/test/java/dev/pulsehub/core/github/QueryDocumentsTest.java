package dev.pulsehub.core.github;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.simulator.graphql.GitHubSchema;
import graphql.analysis.QueryTraverser;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.analysis.QueryVisitorStub;
import graphql.language.Argument;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.parser.Parser;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.validation.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every query document against the schema GitHub publishes. */
class QueryDocumentsTest {

    private static final GraphQLSchema GITHUB = GitHubSchema.forValidation();

    static Stream<Path> documents() throws IOException {
        return Files.list(Path.of("src/main/resources/graphql"));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void is_a_query_github_accepts(Path document) throws IOException {
        assertThat(problems(Files.readString(document))).isEmpty();
    }

    @Test
    void all_documents_are_looked_at() throws IOException {
        assertThat(documents()).hasSizeGreaterThanOrEqualTo(11);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ repository(owner: \"a\", name: \"b\") { pullRequests(first: 5) { nodes { mergedDate } } } }",
                "{ repository(owner: \"a\", name: \"b\") { issues(first: 5) { nodes { author { email } } } } }",
                "{ repository(owner: \"a\", name: \"b\") { issues(first: \"5\") { nodes { number } } } }",
                "{ repository(owner: \"a\", name: \"b\") { workflowRuns(first: 5) { nodes { id } } } }",
                "{ repository(owner: \"a\", name: \"b\") { issues { nodes { number } } } }",
                "{ repository(owner: \"a\", name: \"b\") { issues(first: 101) { nodes { number } } } }",
                "{ repository(owner: \"a\", name: \"b\") { issues(last: 0) { edges { cursor } } } }",
                "{ repository(owner: \"a\", name: \"b\") { ...r } } fragment r on Repository { issues { nodes { number } } }"
            })
    void a_query_github_would_refuse_is_found(String query) {
        assertThat(problems(query)).isNotEmpty();
    }

    @Test
    void a_count_needs_no_bounds() {
        assertThat(problems("{ repository(owner: \"a\", name: \"b\") { issues { totalCount } } }"))
                .isEmpty();
    }

    private static List<String> problems(String query) {
        Document document = new Parser().parseDocument(query);
        List<String> problems = new ArrayList<>(new Validator()
                .validateDocument(GITHUB, document, Locale.ROOT).stream()
                        .map(error -> String.valueOf(error.getMessage()))
                        .toList());
        if (problems.isEmpty()) {
            QueryTraverser.newQueryTraverser()
                    .schema(GITHUB)
                    .document(document)
                    .variables(Map.of("login", "a", "owner", "a", "name", "b", "number", 1, "first", 10))
                    .build()
                    .visitPreOrder(new BoundsOfConnections(document, problems));
        }
        return problems;
    }

    /** GitHub's own rule, which its schema does not tell. */
    private static final class BoundsOfConnections extends QueryVisitorStub {

        private final Document document;
        private final List<String> problems;

        BoundsOfConnections(Document document, List<String> problems) {
            this.document = document;
            this.problems = problems;
        }

        @Override
        public void visitField(QueryVisitorFieldEnvironment environment) {
            GraphQLNamedType type = (GraphQLNamedType)
                    GraphQLTypeUtil.unwrapAll(environment.getFieldDefinition().getType());
            if (!type.getName().endsWith("Connection")) {
                return;
            }
            Field field = environment.getField();
            List<Argument> bounds = field.getArguments().stream()
                    .filter(argument -> argument.getName().equals("first")
                            || argument.getName().equals("last"))
                    .toList();
            if (bounds.isEmpty() && picksNodes(field.getSelectionSet())) {
                problems.add(field.getName() + ": provide first or last");
            }
            for (Argument bound : bounds) {
                if (bound.getValue() instanceof IntValue number
                        && (number.getValue().intValue() < 1
                                || number.getValue().intValue() > 100)) {
                    problems.add(field.getName() + ": " + number.getValue() + " is outside 1..100");
                }
            }
        }

        private boolean picksNodes(@Nullable SelectionSet set) {
            return set != null && set.getSelections().stream().anyMatch(this::picksNodes);
        }

        private boolean picksNodes(Selection<?> selection) {
            return switch (selection) {
                case Field field ->
                    field.getName().equals("nodes") || field.getName().equals("edges");
                case InlineFragment fragment -> picksNodes(fragment.getSelectionSet());
                case FragmentSpread spread ->
                    document.getDefinitionsOfType(graphql.language.FragmentDefinition.class).stream()
                            .filter(fragment -> fragment.getName().equals(spread.getName()))
                            .anyMatch(fragment -> picksNodes(fragment.getSelectionSet()));
                default -> false;
            };
        }
    }
}
