package dev.pulsehub.core.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The files that are written from the catalogue. */
final class CatalogueFiles {

    private static final int WIDTH = 118;

    private CatalogueFiles() {}

    /** Path from this module's folder, and text. */
    static Map<Path, String> all() {
        Map<Path, String> files = new LinkedHashMap<>();
        files.put(Path.of("../docs/configuration.md"), document());
        files.put(Path.of("../deploy/variables.tsv"), table());
        for (Deployable deployable : Deployable.values()) {
            files.put(Path.of("../deploy/" + word(deployable) + ".env.example"), template(deployable));
        }
        return files;
    }

    private static String document() {
        return """
                # Configuration

                Everything is said by environment variables; a name in brackets is an alias that is read too. Processes check what they read
                before anything else: a missing, malformed or contradictory variable and an unknown `PULSEHUB_*` one end the start with code 78
                and one message that lists all problems. *When deployed*: the process starts without it and has less to offer;
                [validate-env.sh](../deploy/scripts/validate-env.sh) asks for it. *Secret*: never shown, in messages neither.
                This page is written from the catalogue, [Variable.java](../ejb-core/src/main/java/dev/pulsehub/core/config/Variable.java).
                """ + byTopic(List.of(Variable.values()), CatalogueFiles::section);
    }

    private static String section(Topic topic, List<Variable> variables) {
        return "\n## " + topic.title()
                + "\n\n| variable | read by | needed | value | what |\n| --- | --- | --- | --- | --- |\n"
                + joined(variables, CatalogueFiles::row);
    }

    private static String row(Variable variable) {
        return "| `%s`%s | %s | %s | %s%s | %s%s%s |\n"
                .formatted(
                        variable.name(),
                        variable.alias().map(alias -> " (`" + alias + "`)").orElse(""),
                        readers(variable, ", "),
                        variable.need().words(),
                        variable.format().words(),
                        variable.preset()
                                .map(text -> "; default `" + text + "`")
                                .orElse(""),
                        variable.isUsed() ? "" : "*not used yet:* ",
                        variable.meaning(),
                        variable.isSecret() ? ". Secret" : "");
    }

    /** For the scripts: no field is empty, since the shell joins neighbouring tabs. */
    private static String table() {
        return "name\talias\treaders\tneeded\tsecret\texpression\twords\n"
                + joined(
                        List.of(Variable.values()),
                        variable -> String.join(
                                        "\t",
                                        variable.name(),
                                        variable.alias().orElse("-"),
                                        readers(variable, ","),
                                        variable.need().name().toLowerCase(Locale.ROOT),
                                        variable.isSecret() ? "secret" : "plain",
                                        variable.format().expression(),
                                        variable.format().words())
                                + "\n");
    }

    private static String template(Deployable deployable) {
        List<Variable> offered = Arrays.stream(Variable.values())
                .filter(one -> one.isReadBy(deployable))
                .filter(one -> one.need() != Need.IN_SINGLE_USER || deployable == Deployable.WEB)
                .filter(one ->
                        one.need() != Need.IN_SINGLE_USER || one.example().isPresent())
                .toList();
        return """
                # Variables of %1$s. Copy to deploy/%2$s.env, fill in every <...>, then: deploy/scripts/validate-env.sh %2$s
                # Written from the catalogue, docs/configuration.md; a # before a name leaves its default.
                """.formatted(deployable.hostName(), word(deployable))
                + byTopic(
                        offered,
                        (topic, variables) ->
                                "\n# --- " + topic.title() + " ---\n" + joined(variables, CatalogueFiles::entry));
    }

    private static String entry(Variable variable) {
        boolean wanted = variable.hasExample();
        return "\n" + comment(variable) + (wanted ? "" : "# ") + variable.name() + "="
                + variable.example().orElse("") + "\n";
    }

    private static String comment(Variable variable) {
        String text = (variable.isUsed() ? "" : "not used yet: ")
                + variable.meaning().replace("`", "") + " (" + variable.format().words() + ")";
        StringBuilder lines = new StringBuilder("#");
        int length = 1;
        for (String word : text.split(" ", -1)) {
            if (length + word.length() + 1 > WIDTH) {
                lines.append("\n#");
                length = 1;
            }
            lines.append(' ').append(word);
            length += word.length() + 1;
        }
        return lines.append('\n').toString();
    }

    private static String byTopic(
            List<Variable> variables, java.util.function.BiFunction<Topic, List<Variable>, String> section) {
        return Arrays.stream(Topic.values())
                .map(topic -> {
                    List<Variable> about = variables.stream()
                            .filter(one -> one.topic() == topic)
                            .toList();
                    return about.isEmpty() ? "" : section.apply(topic, about);
                })
                .collect(Collectors.joining());
    }

    private static String joined(List<Variable> variables, Function<Variable, String> text) {
        return variables.stream().map(text).collect(Collectors.joining());
    }

    private static String readers(Variable variable, String separator) {
        return variable.readers().stream().sorted().map(CatalogueFiles::word).collect(Collectors.joining(separator));
    }

    private static String word(Deployable deployable) {
        return deployable.name().toLowerCase(Locale.ROOT);
    }
}
