package dev.pulsehub.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Superset is configured in Python, which does not read the catalogue; it must agree with it all the same. */
class SupersetVariablesTest {

    private static final Pattern READ = Pattern.compile("os\\.environ(?:\\.get\\(|\\[)\\s*[\"']([A-Z_]+)[\"']");
    /** Set by the configuration for the database's client, not by people. */
    private static final Set<String> NOT_PEOPLES = Set.of("PGPASSWORD");

    @Test
    void every_variable_that_is_read_is_in_the_catalogue() throws IOException {
        assertThat(read()).hasSizeGreaterThan(5);
        assertThat(catalogue()).containsAll(read());
    }

    private static Set<String> read() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(Path.of("../superset"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".py")).toList()) {
                Matcher matcher = READ.matcher(Files.readString(file));
                while (matcher.find()) {
                    names.add(matcher.group(1));
                }
            }
        }
        names.removeAll(NOT_PEOPLES);
        return names;
    }

    private static Set<String> catalogue() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("variables.tsv"))) {
            return lines.map(line -> line.split("\t", -1))
                    .filter(fields -> fields[2].contains("superset"))
                    .map(fields -> fields[0])
                    .collect(Collectors.toSet());
        }
    }
}
