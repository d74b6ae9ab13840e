package dev.pulsehub.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    Path folder = Path.of("");

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void packaged_services() throws IOException {
        environment.put("WEB_JAR", Files.createFile(folder.resolve("web.jar")).toString());
        environment.put("MCP_JAR", Files.createFile(folder.resolve("mcp.jar")).toString());
    }

    @Test
    void without_choices_it_is_the_demo_on_port_3000() {
        Settings settings = Settings.from(environment);
        assertThat(settings.source()).isEqualTo(new Source.Demo());
        assertThat(settings.webPort()).isEqualTo(3000);
        assertThat(settings.home()).isEqualTo(Path.of(".local").toAbsolutePath());
    }

    @Test
    void superset_belongs_to_it_unless_it_is_left_out() {
        assertThat(Settings.from(environment).superset())
                .contains(Path.of(System.getProperty("user.home"), ".cache/pulse-hub"));
        environment.put("SUPERSET_ENVIRONMENTS", folder.toString());
        assertThat(Settings.from(environment).superset()).contains(folder);
        environment.put("SUPERSET", "off");
        assertThat(Settings.from(environment).superset()).isEmpty();
        environment.put("SUPERSET", "maybe");
        assertThatThrownBy(() -> Settings.from(environment)).hasMessageContaining("SUPERSET can be on or off");
    }

    @Test
    void says_that_a_service_is_not_built() {
        environment.put("MCP_JAR", folder.resolve("nothing.jar").toString());
        assertThatThrownBy(() -> Settings.from(environment))
                .isInstanceOf(StackDidNotStart.class)
                .hasMessageContaining("nothing.jar")
                .hasMessageContaining("make run");
    }

    @Test
    void says_that_a_folder_is_no_dataset() {
        environment.put("DATASET", folder.toString());
        assertThatThrownBy(() -> Settings.from(environment))
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("repo.json");
    }

    @Test
    void several_folders_are_one_source_with_a_database_of_its_own() throws IOException {
        Path one = dataset("one");
        Path two = dataset("two");
        environment.put("DATASET", one + "," + two);
        Source both = Settings.from(environment).source();
        environment.put("DATASET", one.toString());
        Source alone = Settings.from(environment).source();

        assertThat(both.name()).matches("pulse_data_one_two_[0-9a-f]{8}").isNotEqualTo(alone.name());
        assertThat(alone.name()).isNotEqualTo(new Source.Demo().name());
    }

    @Test
    void a_name_never_grows_longer_than_postgresql_takes() throws IOException {
        environment.put("DATASET", dataset("x".repeat(100)).toString());
        assertThat(Settings.from(environment).source().name()).hasSizeLessThan(63);
    }

    @Test
    void token_and_account_mean_github_itself() {
        environment.put("GITHUB_TOKEN", "ghp_secret");
        environment.put("GITHUB_ORG", "acme");
        Source source = Settings.from(environment).source();
        assertThat(source).isInstanceOf(Source.RealGitHub.class);
        assertThat(source.toString()).doesNotContain("ghp_secret");
    }

    @Test
    void an_account_without_a_token_is_refused() {
        environment.put("GITHUB_ORG", "acme");
        assertThatThrownBy(() -> Settings.from(environment)).hasMessageContaining("GITHUB_TOKEN is not");
    }

    @Test
    void a_port_that_is_none_is_refused() {
        environment.put("WEB_PORT", "http");
        assertThatThrownBy(() -> Settings.from(environment)).hasMessageContaining("\"http\"");
        environment.put("WEB_PORT", "70000");
        assertThatThrownBy(() -> Settings.from(environment)).hasMessageContaining("70000");
    }

    private Path dataset(String name) throws IOException {
        Path dataset = Files.createDirectory(folder.resolve(name));
        Files.writeString(dataset.resolve("repo.json"), "{}");
        return dataset;
    }
}
