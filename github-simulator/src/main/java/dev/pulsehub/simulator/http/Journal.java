package dev.pulsehub.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Changes asked for from outside, one JSON object a line, in a file. */
public final class Journal {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    public Journal(Path file) {
        this.file = file;
    }

    /** Writes one change at the end. */
    public synchronized void append(Commands.Command command) {
        ObjectNode line = JSON.createObjectNode();
        line.put("at", command.at().toString());
        command.path().forEach(line.putArray("path")::add);
        line.set("body", command.body());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file, JSON.writeValueAsString(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /**
     * All changes so far; none when there is no file. A last line that was cut off, because the process was killed
     * while it wrote, is taken away.
     *
     * @throws IllegalArgumentException naming the line that cannot be read
     */
    public synchronized List<Commands.Command> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            String text = Files.readString(file);
            String whole = text.substring(0, text.lastIndexOf('\n') + 1);
            if (whole.length() < text.length()) {
                Files.writeString(file, whole);
            }
            List<Commands.Command> commands = new ArrayList<>();
            for (String line : whole.lines().toList()) {
                commands.add(parse(line, commands.size() + 1));
            }
            return commands;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private Commands.Command parse(String line, int number) {
        try {
            JsonNode node = JSON.readTree(line.getBytes(StandardCharsets.UTF_8));
            List<String> path = new ArrayList<>();
            node.path("path").forEach(part -> path.add(part.asText()));
            return new Commands.Command(Instant.parse(node.path("at").asText()), path, node.path("body"));
        } catch (IOException | DateTimeException e) {
            String why = e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
            throw new IllegalArgumentException(file + ", line " + number + ": " + why, e);
        }
    }
}
