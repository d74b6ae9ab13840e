package dev.pulsehub.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Run with {@code -Dpulsehub.snapshots=write} to write the document anew. */
class ConfigurationDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/configuration.md");

    @Test
    void the_document_says_what_the_catalogue_says() throws IOException {
        String text = document();

        if ("write".equals(System.getProperty("pulsehub.snapshots"))) {
            Files.writeString(DOCUMENT, text);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("docs/configuration.md; write it anew with -Dpulsehub.snapshots=write")
                .isEqualTo(text);
    }

    private static String document() {
        return """
                # Configuration

                Everything is said by environment variables; a name in brackets is an alias that is read too. Processes check what they read
                before anything else: a missing, malformed or contradictory variable and an unknown `PULSEHUB_*` one end the start with code 78
                and one message that lists all problems. *When deployed*: the process starts without it and has less to offer;
                [validate-env.sh](../deploy/scripts/validate-env.sh) asks for it. *Secret*: never shown, in messages neither.
                This page is written from the catalogue, [Variable.java](../ejb-core/src/main/java/dev/pulsehub/core/config/Variable.java).
                """
                + Arrays.stream(Topic.values())
                        .map(ConfigurationDocumentTest::section)
                        .collect(Collectors.joining());
    }

    private static String section(Topic topic) {
        List<Variable> variables = Arrays.stream(Variable.values())
                .filter(one -> one.topic() == topic)
                .toList();
        return "\n## " + topic.title()
                + "\n\n| variable | read by | needed | value | what |\n| --- | --- | --- | --- | --- |\n"
                + variables.stream().map(ConfigurationDocumentTest::row).collect(Collectors.joining());
    }

    private static String row(Variable variable) {
        String name = "`" + variable.name() + "`"
                + variable.alias().map(alias -> " (`" + alias + "`)").orElse("");
        String readers = variable.readers().stream()
                .sorted()
                .map(one -> one.name().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining(", "));
        String value = variable.format().words()
                + variable.preset().map(text -> "; default `" + text + "`").orElse("");
        String what = (variable.isUsed() ? "" : "*not used yet:* ")
                + variable.meaning()
                + (variable.isSecret() ? ". Secret" : "");
        return "| %s | %s | %s | %s | %s |\n"
                .formatted(name, readers, variable.need().words(), value, what);
    }
}
