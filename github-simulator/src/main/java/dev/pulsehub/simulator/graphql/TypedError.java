package dev.pulsehub.simulator.graphql;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An error as GitHub prints it: with a {@code type} beside message, path and locations. */
record TypedError(
        String type,
        String message,
        List<Object> at,
        @Nullable SourceLocation where) implements GraphQLError {

    private static final long serialVersionUID = 1L;

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public List<SourceLocation> getLocations() {
        return where == null ? List.of() : List.of(where);
    }

    @Override
    public ErrorClassification getErrorType() {
        return ErrorType.DataFetchingException;
    }

    @Override
    public List<Object> getPath() {
        return at;
    }

    @Override
    public Map<String, Object> toSpecification() {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("type", type);
        error.put("path", at);
        if (where != null) {
            error.put("locations", List.of(Map.of("line", where.getLine(), "column", where.getColumn())));
        }
        error.put("message", message);
        return error;
    }
}
