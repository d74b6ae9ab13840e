package dev.pulsehub.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void help_tells_every_option_that_is_read() throws Exception {
        String source = Files.readString(Path.of("src/main/java/dev/pulsehub/simulator/Options.java"));
        assertThat(Pattern.compile("\"(--[a-z-]+)\"")
                        .matcher(source.substring(source.indexOf("switch (option)")))
                        .results()
                        .map(found -> found.group(1)))
                .hasSizeGreaterThan(20)
                .allMatch(option -> Options.HELP.contains("  " + option + " "));
    }

    @Test
    void a_generated_world_is_asked_for_by_numbers() {
        try (Simulator simulator = Options.read("--issues", "30", "--pulls", "40", "--repos", "2", "--days", "60")
                .start()) {
            assertThat(simulator.world().repos()).hasSize(2);
            assertThat(simulator.world().repos().stream()
                            .mapToInt(repo -> repo.items().size())
                            .sum())
                    .isEqualTo(70);
            assertThat(simulator.repositoryOwners()).containsExactly("northwind");
        }
    }

    @Test
    void numbers_that_cannot_be_are_refused_in_words() {
        assertThatThrownBy(() -> Options.read("--issues", "many"))
                .hasMessage("--issues needs a whole number, not many");
        assertThatThrownBy(() -> Options.read("--world", "mars")).hasMessageContaining("worked-example, not mars");
        assertThatThrownBy(() -> Options.read("--world", "worked-example", "--pulls", "3"))
                .hasMessageContaining("only --until");
        assertThatThrownBy(() -> Options.read("--issues", "3", "--journal", "/tmp/none"))
                .hasMessageContaining("--journal needs --until");
    }
}
