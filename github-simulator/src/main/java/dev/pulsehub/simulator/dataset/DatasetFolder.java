package dev.pulsehub.simulator.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The files of one repository. Every file but {@code repo.json} may be missing. */
final class DatasetFolder {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    DatasetFolder(Path folder) {
        this.folder = folder;
    }

    private JsonNode required(String file) {
        if (!Files.isRegularFile(folder.resolve(file))) {
            throw new DatasetRejected(folder + " holds no " + file + ", so it is no dataset folder");
        }
        return optional(file);
    }

    private JsonNode optional(String file) {
        Path path = folder.resolve(file);
        if (!Files.isRegularFile(path)) {
            return JsonNodeFactory.instance.arrayNode();
        }
        try {
            return JSON.readTree(path.toFile());
        } catch (IOException e) {
            throw new DatasetRejected(path + " is not JSON: " + e.getMessage());
        }
    }

    /** Reads the one object of a file that must be there. */
    <T> T one(String file, Function<JsonNode, T> reader) {
        List<T> read = new ArrayList<>();
        read(file, required(file), node -> read.add(reader.apply(node)));
        return read.getFirst();
    }

    /** Reads each element of a list; what is wrong with one is said with its place. */
    void each(String file, Consumer<JsonNode> reader) {
        JsonNode list = optional(file);
        if (!list.isArray()) {
            throw new DatasetRejected(folder.resolve(file) + " is no list");
        }
        int place = 0;
        for (JsonNode element : list) {
            read(file + "[" + place++ + "]", element, reader);
        }
    }

    /** Reads each element of each list of an object keyed by number. */
    void eachByNumber(String file, ByNumber reader) {
        optional(file).properties().forEach(entry -> {
            int place = 0;
            for (JsonNode element : entry.getValue()) {
                read(
                        file + "[" + entry.getKey() + "][" + place++ + "]",
                        element,
                        one -> reader.read(Long.parseLong(entry.getKey()), one));
            }
        });
    }

    interface ByNumber {
        void read(long number, JsonNode element);
    }

    private void read(String where, JsonNode element, Consumer<JsonNode> reader) {
        try {
            reader.accept(element);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new DatasetRejected(folder.resolve(where) + ": " + e.getMessage());
        }
    }

    static Optional<Instant> moment(JsonNode node, String field) {
        String text = node.path(field).asText("");
        return text.isEmpty() || text.equals("null") ? Optional.empty() : Optional.of(Instant.parse(text));
    }

    static Instant requiredMoment(JsonNode node, String field) {
        return moment(node, field).orElseThrow(() -> new IllegalArgumentException("\"" + field + "\" is missing"));
    }

    static int number(JsonNode node) {
        if (node.path("number").asInt() <= 0) {
            throw new IllegalArgumentException("\"number\" is missing");
        }
        return node.path("number").asInt();
    }

    static long id(JsonNode node) {
        if (!node.path("id").canConvertToLong() || node.path("id").asLong() == 0) {
            throw new IllegalArgumentException("\"id\" is missing");
        }
        return node.path("id").asLong();
    }
}
