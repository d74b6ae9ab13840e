package dev.pulsehub.simulator.graphql;

import graphql.Scalars;
import graphql.language.FieldDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.schema.Coercing;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.TypeResolver;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.ScalarWiringEnvironment;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.UnionWiringEnvironment;
import graphql.schema.idl.WiringFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** GitHub's published schema, packaged under {@code github/schema.graphql} with its licence. */
public final class GitHubSchema {

    /** GitHub prints ids beyond 32 bits in fields its schema calls Int, and programs have come to read them. */
    private static final GraphQLScalarType BIG = Scalars.GraphQLInt.transform(type -> type.coercing(new BigInt()));

    private GitHubSchema() {}

    /** The schema alone, to validate query documents against. */
    public static GraphQLSchema forValidation() {
        return over(new Fields());
    }

    static GraphQLSchema over(Fields fields) {
        RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring()
                .strictMode(false) // lets Int be given a second time
                .scalar(BIG)
                .wiringFactory(new Wiring(fields, new LinkedHashMap<>()))
                .build();
        return new SchemaGenerator().makeExecutableSchema(registry(), wiring);
    }

    private static TypeDefinitionRegistry registry() {
        ParserOptions large = ParserOptions.getDefaultSdlParserOptions()
                .transform(options ->
                        options.maxCharacters(5_000_000).maxTokens(2_000_000).maxWhitespaceTokens(2_000_000));
        var document = new Parser()
                .parseDocument(ParserEnvironment.newParserEnvironment()
                        .document(text())
                        .parserOptions(large)
                        .build());
        var definitions = document.getDefinitions().stream()
                .map(definition -> definition instanceof ObjectTypeDefinition type ? withoutDoubles(type) : definition)
                .toList();
        return new SchemaParser().buildRegistry(document.transform(builder -> builder.definitions(definitions)));
    }

    /** The published file defines one field of EnterpriseOwnerInfo twice. */
    private static ObjectTypeDefinition withoutDoubles(ObjectTypeDefinition type) {
        Map<String, FieldDefinition> once = new LinkedHashMap<>();
        type.getFieldDefinitions().forEach(field -> once.putIfAbsent(field.getName(), field));
        return once.size() == type.getFieldDefinitions().size()
                ? type
                : type.transform(builder ->
                        builder.fieldDefinitions(once.values().stream().toList()));
    }

    private static String text() {
        try (InputStream schema = GitHubSchema.class.getResourceAsStream("/github/schema.graphql")) {
            if (schema == null) {
                throw new IllegalStateException("github/schema.graphql is not packaged");
            }
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Wiring(Fields fields, Map<String, GraphQLScalarType> scalars) implements WiringFactory {

        @Override
        public DataFetcher<?> getDefaultDataFetcher(FieldWiringEnvironment environment) {
            String type = environment.getParentType().getName();
            String field = environment.getFieldDefinition().getName();
            if (type.endsWith("Connection")) {
                return asked -> asked.getSource() instanceof Slice slice
                        ? slice.field(field)
                        : fields.answer(type, field, asked);
            }
            if (type.endsWith("Edge")) {
                return asked -> asked.getSource() instanceof Slice.Edge edge
                        ? edge.field(field)
                        : fields.answer(type, field, asked);
            }
            return asked -> fields.answer(type, field, asked);
        }

        @Override
        public boolean providesTypeResolver(InterfaceWiringEnvironment environment) {
            return true;
        }

        @Override
        public TypeResolver getTypeResolver(InterfaceWiringEnvironment environment) {
            return asked ->
                    asked.getSchema().getObjectType(Types.of(Objects.requireNonNull((Object) asked.getObject())));
        }

        @Override
        public boolean providesTypeResolver(UnionWiringEnvironment environment) {
            return true;
        }

        @Override
        public TypeResolver getTypeResolver(UnionWiringEnvironment environment) {
            return asked ->
                    asked.getSchema().getObjectType(Types.of(Objects.requireNonNull((Object) asked.getObject())));
        }

        @Override
        public boolean providesScalar(ScalarWiringEnvironment environment) {
            return !ScalarInfo.isGraphqlSpecifiedScalar(
                    environment.getScalarTypeDefinition().getName());
        }

        @Override
        public GraphQLScalarType getScalar(ScalarWiringEnvironment environment) {
            return scalars.computeIfAbsent(
                    environment.getScalarTypeDefinition().getName(),
                    name -> GraphQLScalarType.newScalar()
                            .name(name)
                            .coercing(new AsText())
                            .build());
        }
    }

    private static final class BigInt implements Coercing<Integer, Number> {

        private final Coercing<?, ?> strict = Scalars.GraphQLInt.getCoercing();

        @Override
        public Number serialize(Object value, graphql.GraphQLContext context, java.util.Locale locale) {
            return (Number) value;
        }

        @Override
        public Integer parseValue(Object value, graphql.GraphQLContext context, java.util.Locale locale) {
            return (Integer) Objects.requireNonNull(strict.parseValue(value, context, locale));
        }

        @Override
        public Integer parseLiteral(
                graphql.language.Value<?> value,
                graphql.execution.CoercedVariables variables,
                graphql.GraphQLContext context,
                java.util.Locale locale) {
            return (Integer) Objects.requireNonNull(strict.parseLiteral(value, variables, context, locale));
        }
    }

    /** GitHub's own scalars (DateTime, URI, BigInt ...) all travel as text. */
    private static final class AsText implements Coercing<String, String> {

        @Override
        public String serialize(Object value, graphql.GraphQLContext context, java.util.Locale locale) {
            return value.toString();
        }

        @Override
        public String parseValue(Object value, graphql.GraphQLContext context, java.util.Locale locale) {
            return value.toString();
        }

        @Override
        public String parseLiteral(
                graphql.language.Value<?> value,
                graphql.execution.CoercedVariables variables,
                graphql.GraphQLContext context,
                java.util.Locale locale) {
            return value instanceof graphql.language.StringValue text
                    ? String.valueOf(text.getValue())
                    : value.toString();
        }
    }
}
