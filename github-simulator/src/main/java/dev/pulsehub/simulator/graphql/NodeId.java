package dev.pulsehub.simulator.graphql;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An opaque global id: which type, which number. */
public record NodeId(String type, long number) {

    /** The id of a commit, whose own name is longer than a number. */
    public static NodeId ofCommit(String sha) {
        return new NodeId("Commit", Long.parseUnsignedLong(sha.substring(0, 15), 16));
    }

    /** The id as GraphQL and REST print it. */
    public String encoded() {
        String plain = "%03d:%s%d".formatted(type.length(), type, number);
        return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    static NodeId decode(String id) {
        try {
            String plain = new String(Base64.getDecoder().decode(id), StandardCharsets.UTF_8);
            int length = Integer.parseInt(plain.substring(0, 3));
            return new NodeId(plain.substring(4, 4 + length), Long.parseLong(plain.substring(4 + length)));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
            throw new QueryRefused("Could not resolve to a node with the global id of '" + id + "'.", "NOT_FOUND");
        }
    }
}
