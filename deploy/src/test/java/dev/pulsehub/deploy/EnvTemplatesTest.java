package dev.pulsehub.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvTemplatesTest {

    private static final String KEY = "k".repeat(48);

    @TempDir
    private Path folder;

    private Path filled(String service) throws IOException {
        String text = Files.readString(Path.of(service + ".env.example"))
                .replace("<https://the-public-address>", "https://pulse.example.com");
        text = Pattern.compile("(?m)^(.*)=(postgresql://)(\\w+)\\.<project>:<password>@<pooler host>(.*)$")
                .matcher(text)
                .replaceAll("$1=$2$3.abcdef:p%40ss@pooler.example.com$4");
        text = Pattern.compile("(?m)^([A-Z_]+)=<.*>$").matcher(text).replaceAll("$1=" + KEY);
        return write(service + ".env", text);
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "mcp", "superset"})
    void a_template_that_was_filled_in_is_accepted(String service) throws IOException, InterruptedException {
        Script.Outcome outcome = Script.named("validate-env.sh").run(service, filled(service));

        assertThat(outcome.code()).as(outcome.said()).isZero();
        assertThat(outcome.said()).contains("complete and well formed");
    }

    @ParameterizedTest
    @CsvSource({"web, AUTH_SECRET", "mcp, POSTGRES_URL", "superset, SECRET_KEY"})
    void a_template_as_it_is_is_refused(String service, String one) throws IOException, InterruptedException {
        Script.Outcome outcome = Script.named("validate-env.sh").run(service, Path.of(service + ".env.example"));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).contains(one + " still holds a placeholder");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            (?m)^AUTH_URL=.*$               | AUTH_URL=                      | web.env: AUTH_URL is missing
            (?m)^AUTH_SECRET=.*$            | AUTH_SECRET=short              | AUTH_SECRET is 5 characters of something else; it must be at least 32
            (?m)^AUTH_URL=                  | AUTH_URL=pulse.example.com#    | AUTH_URL is "pulse.example.com#https://pulse.example.com"; it must be an http
            (?m)^POSTGRES_URL=.*$           | POSTGRES_URL=jdbc:postgresql://x/y | POSTGRES_URL is 21 characters of something else
            (?m)^MCP_SERVER_URL=.*$         | MCP_SERVER=http://mcp:8080     | MCP_SERVER is not a variable of web
            (?m)^MCP_SERVER_URL=.*$         | MCP_SERVER=http://mcp:8080     | MCP_SERVER_URL is missing
            (?m)^LOG_FORMAT=.*$             | LOG_FORMAT=xml                 | LOG_FORMAT is "xml"; it must be json or text
            (?m)^# PORT=.*$                 | PORT=70000                     | PORT is "70000"; it must be a port
            (?m)^# PORT=.*$                 | NEXTAUTH_URL=https://other.example.com | AUTH_URL and NEXTAUTH_URL say different things
            (?m)^GITHUB_TOKEN=.*$           | GITHUB_TOKEN=ghp_xxxxxxxx      | GITHUB_TOKEN still holds a placeholder
            """)
    void a_wrong_value_is_named(String pattern, String wrong, String message) throws IOException, InterruptedException {
        Path file = filled("web");
        Files.writeString(file, Files.readString(file).replaceAll(pattern, wrong));

        Script.Outcome outcome = Script.named("validate-env.sh").run("web", file);

        assertThat(outcome.code()).as(outcome.said()).isEqualTo(1);
        assertThat(outcome.said()).contains(message).doesNotContain("p%40ss", KEY);
    }

    @Test
    void all_problems_are_said_at_once() throws IOException, InterruptedException {
        Script.Outcome outcome = Script.named("validate-env.sh").run("mcp", write("mcp.env", "LOG_LEVEL=loud\n"));

        assertThat(outcome.said())
                .contains("AUTH_SECRET is missing", "POSTGRES_URL is missing", "LOG_LEVEL is \"loud\"", "3 problems");
    }

    @Test
    void an_alias_alone_suffices() throws IOException, InterruptedException {
        Path file = filled("web");
        Files.writeString(file, Files.readString(file).replaceAll("(?m)^AUTH_", "NEXTAUTH_"));

        assertThat(Script.named("validate-env.sh").run("web", file).code()).isZero();
    }

    @Test
    void an_environment_can_be_checked_instead_of_a_file() throws IOException, InterruptedException {
        Script mcp = Script.named("validate-env.sh").with("AUTH_SECRET", KEY);

        assertThat(mcp.run("mcp", "-").said()).contains("mcp: POSTGRES_URL is missing", "1 problem.");
        assertThat(mcp.with("POSTGRES_URL", "postgresql://a:b@db/pulse")
                        .run("mcp", "-")
                        .code())
                .isZero();
    }

    @Test
    void a_specification_is_filled_in_from_the_files() throws IOException, InterruptedException {
        Script.Outcome outcome = Script.named("render-spec.sh")
                .with("PULSE_HUB_DOMAIN", "pulse.example.com")
                .with("GHCR_OWNER", "acme")
                .with("GHCR_CREDENTIALS", "acme:token")
                .with("WEB_DIGEST", "sha256:" + "0".repeat(64))
                .with("MCP_DIGEST", "sha256:" + "1".repeat(64))
                .with("SUPERSET_DIGEST", "sha256:" + "2".repeat(64))
                .run(Path.of("app-spec.yaml"), filled("web"), filled("mcp"), filled("superset"));

        assertThat(outcome.code()).as(outcome.said()).isZero();
        assertThat(outcome.said())
                .contains("{key: AUTH_SECRET, value: \"" + KEY + "\"")
                .contains("domain: \"pulse.example.com\"")
                .contains("digest: \"sha256:000")
                .contains("value: \"${APP_URL}\"");
        assertThat(outcome.said().replace("${APP_URL}", "").replace("${}", "")).doesNotContain("${");
    }

    @Test
    void a_specification_is_not_filled_in_with_nothing() throws IOException, InterruptedException {
        Script.Outcome outcome =
                Script.named("render-spec.sh").run(Path.of("app-spec.yaml"), filled("web"), filled("mcp"));

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said())
                .contains("SECRET_KEY has no value", "WEB_DIGEST has no value")
                .doesNotContain("services:");
    }

    @Test
    void a_specification_is_not_filled_in_with_one_of_two_values() throws IOException, InterruptedException {
        Path mcp = filled("mcp");
        Files.writeString(
                mcp, Files.readString(mcp).replaceAll("(?m)^AUTH_SECRET=.*$", "AUTH_SECRET=" + "o".repeat(40)));

        Script.Outcome outcome = Script.named("render-spec.sh").run(Path.of("app-spec.yaml"), filled("web"), mcp);

        assertThat(outcome.said()).contains("AUTH_SECRET has two values; the other is in mcp.env");
    }
}
