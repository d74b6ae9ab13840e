package dev.pulsehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A wrong environment ends the packaged service, and says why as a whole, before the database is touched. */
class MisconfiguredIT {

    @Test
    void all_problems_are_said_at_once_and_the_process_ends() throws IOException, InterruptedException {
        Path log = Built.folder("misconfigured").resolve("web.log");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx160m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Built.webJar().toString());
        builder.environment().keySet().removeIf(name -> !name.equals("PATH"));
        builder.environment().put("PORT", "0815");
        builder.environment().put("AUTH_URL", "pulse.example.com");
        builder.environment().put("AUTH_SECRET", "a-short-secret");
        builder.environment().put("POSTGRES_URL", "localhost/pulse");
        builder.environment().put("PULSEHUB_ROL", "web");
        Process process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();

        boolean ended = process.waitFor(90, TimeUnit.SECONDS);
        process.destroyForcibly();

        assertThat(ended).as(Files.readString(log)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isEqualTo(78);
        assertThat(Files.readString(log))
                .contains("Pulse-Hub cannot start. 7 problems in the environment")
                .contains("PORT is \"0815\"")
                .contains("AUTH_URL (or NEXTAUTH_URL) is \"pulse.example.com\"")
                .contains("AUTH_SECRET (or NEXTAUTH_SECRET) must be at least 32 random characters")
                .contains("POSTGRES_URL must be postgresql://")
                .contains("GITHUB_OAUTH_CLIENT_ID is missing")
                .contains("GITHUB_OAUTH_CLIENT_SECRET is missing")
                .contains("PULSEHUB_ROL is unknown; did you mean PULSEHUB_ROLE?")
                .doesNotContain("a-short-secret", "migrate");
    }
}
