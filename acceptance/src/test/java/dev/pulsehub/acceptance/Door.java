package dev.pulsehub.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A way to learn something from the product: a line of {@code access-matrix.csv}, where the words are explained.
 *
 * @param element what of the product answers, as {@link Doors} finds it there
 * @param how of {@code GET, POST, ENDS, TOOL, DIRECT, GUEST, NONE}
 * @param what address, name of a tool or of a dashboard, with places to fill
 * @param body form fields or arguments; empty when there are none
 */
record Door(String element, How how, String what, String body, Reach reach, Shows shows, boolean openToStrangers) {

    enum How {
        GET,
        POST,
        ENDS,
        TOOL,
        DIRECT,
        GUEST,
        NONE
    }

    /** Whom the rows follow. */
    enum Reach {
        ORGANIZATION,
        PERSON
    }

    /** How an answer betrays a repository. */
    enum Shows {
        TITLE,
        NAME,
        DIFFERS,
        IDS,
        NOTHING
    }

    /** All lines, in their order. */
    static List<Door> all() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Door.class.getResourceAsStream("/access-matrix.csv")),
                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Door::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Door of(String line) {
        String[] cells = line.split(";");
        if (cells.length != 5) {
            throw new IllegalArgumentException("not five cells: " + line);
        }
        String[] question = cells[1].split(" ", 3);
        return new Door(
                cells[0],
                How.valueOf(question[0]),
                question.length > 1 ? question[1] : "",
                question.length > 2 ? question[2] : "",
                Reach.valueOf(cells[2].toUpperCase(Locale.ROOT)),
                Shows.valueOf(cells[3].toUpperCase(Locale.ROOT)),
                cells[4].equals("in"));
    }

    boolean namesRepo() {
        return (what + body).matches("(?s).*\\{(repo|name|id)}.*");
    }

    @Override
    public String toString() {
        return element + ": " + how + " " + what + " " + body;
    }
}
