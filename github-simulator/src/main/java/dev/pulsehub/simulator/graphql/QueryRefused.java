package dev.pulsehub.simulator.graphql;

/** GitHub would answer this field with an error of the given type. */
final class QueryRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String type;

    QueryRefused(String message, String type) {
        super(message);
        this.type = type;
    }

    String type() {
        return type;
    }
}
