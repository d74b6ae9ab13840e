package dev.pulsehub.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppSpecsTest {

    private static final Path PRODUCTION = Path.of("app-spec.yaml");
    private static final Path STAGING = Path.of("app-spec.staging.yaml");

    @TempDir
    private Path folder;

    @BeforeEach
    void python_with_yaml_is_there() {
        boolean there = Script.isThere("python3", "-c", "import yaml")
                || Script.isThere("/usr/bin/python3", "-c", "import yaml");
        assumeThat(there)
                .as("python3 with PyYAML (apt-get install python3-yaml)")
                .isTrue();
    }

    @Test
    void production_and_staging_are_sound_and_below_the_budget() throws IOException, InterruptedException {
        Script.Outcome outcome = Script.named("validate-deployment.sh").run();

        assertThat(outcome.code()).as(outcome.said()).isZero();
        assertThat(outcome.said())
                .contains("app-spec.yaml: sound; 3 services, $25 a month")
                .contains("app-spec.staging.yaml: sound; 3 services, $25 a month");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a slug that is not sold          | apps-s-1vcpu-1gb-fixed          | basic-xs                      | is not sold
            more than the budget             | apps-s-1vcpu-1gb-fixed          | apps-s-1vcpu-2gb              | it must stay below $30
            a misspelt field                 | health_check:                   | healthcheck:                  | there is no such field
            a wrong type                     | instance_count: 1               | instance_count: one           | must be a int
            a constant that is not there     | kind: PRE_DEPLOY                | kind: BEFORE                  | it can be UNSPECIFIED, PRE_DEPLOY
            an open service                  | internal_ports: [8080]          | http_port: 8080               | would make it public
            another port                     | internal_ports: [8088]          | internal_ports: [8080]        | internal_ports must be [8088]
            a rule that opens it             | name: pulse-hub-web\\n\\nservices | name: pulse-hub-mcp\\n\\nservices | there must be one rule
            a secret in the open             | , type: SECRET}                 | }                             | must have type SECRET
            the secret itself                | "${AUTH_SECRET}"                | "0123456789012345678901234567890123456789" | not the secret itself
            a variable nobody reads          | {key: LOG_FORMAT                | {key: LOG_FROMAT              | LOG_FROMAT is not a variable of web
            a value out of form              | value: json                     | value: xml                    | it must be json or text
            a name no template offers        | ${WEB_DIGEST}                   | ${WEB_DIGGEST}                | no env template offers it
            a tag that moves                 | digest: ${WEB_DIGEST}           | tag: latest                   | must be named by digest
            a time-out of one second         | timeout_seconds: 5              | timeout_seconds: 1            | must be 3 or more
            liveness that asks the database  | /health/live                    | /health/ready                 | liveness must not depend on the database
            no alert for memory              | MEM_UTILIZATION                 | REQUESTS_PER_SECOND           | the alert MEM_UTILIZATION
            another threshold                | value: 85                       | value: 95                     | the alert MEM_UTILIZATION must be at 85
            no migration                     | name: db-migrate                | name: db-nothing              | there must be one PRE_DEPLOY job
            an address that does not exist   | http://pulse-hub-mcp:8080       | http://pulse-hub-mcp:8088     | the service's name and port
            """)
    void a_broken_copy_is_refused(String what, String right, String wrong, String message)
            throws IOException, InterruptedException {
        Path broken = brokenCopy(right.replace("\\n", "\n"), wrong.replace("\\n", "\n"));

        Script.Outcome outcome = Script.named("validate-deployment.sh").run(broken);

        assertThat(outcome.code()).as(what + ": " + outcome.said()).isEqualTo(1);
        assertThat(outcome.said()).as(what).contains(message);
    }

    @Test
    void staging_that_is_not_what_production_is_is_refused() throws IOException, InterruptedException {
        Path other = folder.resolve("app-spec.staging.yaml");
        Files.writeString(
                other,
                Files.readString(STAGING).replace("      - {key: LOG_LEVEL, value: debug, scope: RUN_TIME}\n", ""));

        Script.Outcome outcome = Script.named("validate-deployment.sh").run(PRODUCTION, other);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).contains("pulse-hub-web: LOG_LEVEL only in one of");
    }

    private Path brokenCopy(String right, String wrong) throws IOException {
        String sound = Files.readString(PRODUCTION);
        assertThat(sound).as("the specification says it otherwise now").contains(right);
        Path copy = folder.resolve("broken.yaml");
        Files.writeString(copy, sound.replace(right, wrong));
        return copy;
    }
}
