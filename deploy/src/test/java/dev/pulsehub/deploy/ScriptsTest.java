package dev.pulsehub.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ScriptsTest {

    static List<String> scripts() throws IOException {
        try (Stream<Path> files = Files.list(Script.FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sh"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void a_script_says_how_it_is_used(String name) throws IOException, InterruptedException {
        Script.Outcome outcome = Script.named(name).run("--help");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.said()).startsWith("Usage: " + name);
    }

    @Test
    void shellcheck_finds_nothing() throws IOException, InterruptedException {
        assumeThat(Script.isThere("shellcheck", "--version"))
                .as("shellcheck (apt-get install shellcheck)")
                .isTrue();
        List<String> command =
                new ArrayList<>(List.of("shellcheck", "docker/start", "docker/start-superset", "docker/migrate"));
        for (String folder : List.of("scripts", "docker")) {
            try (Stream<Path> files = Files.list(Path.of(folder))) {
                files.map(Path::toString).filter(file -> file.endsWith(".sh")).forEach(command::add);
            }
        }

        Script.Outcome outcome = Script.run(command, Map.of());

        assertThat(outcome.said()).isEmpty();
        assertThat(outcome.code()).isZero();
    }

    @Test
    void health_check_gives_up_when_nobody_answers() throws IOException, InterruptedException {
        Script.Outcome outcome = Script.named("health-check.sh").run("http://127.0.0.1:1", "--timeout", "1");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).contains("not ready", "does not answer as Pulse-Hub does");
    }

    @Test
    void smoke_test_fails_when_nobody_answers() throws IOException, InterruptedException {
        Script.Outcome outcome = Script.named("smoke-test.sh").run("http://127.0.0.1:1");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).contains("FAILED  /health/live").doesNotContain("ok      ");
    }
}
