package dev.pulsehub.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvFileTest {

    @Test
    void a_shell_reads_back_every_value(@TempDir Path folder) throws Exception {
        String awkward = "it's $HOME `date` \"quoted\" \\ & ;";
        Map<String, String> values = new LinkedHashMap<>();
        values.put("PLAIN", "http://localhost:3000");
        values.put("AWKWARD", awkward);
        Path file = folder.resolve("stack.env");
        OwnerOnly.write(file, EnvFile.text(values));

        assertThat(shell(". '" + file + "'; printf '%s|%s' \"$PLAIN\" \"$AWKWARD\""))
                .isEqualTo("http://localhost:3000|" + awkward);
    }

    @Test
    void only_the_owner_can_read_it(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("stack.env");
        OwnerOnly.write(file, "A='b'\n");
        assertThat(Files.getPosixFilePermissions(file)).hasToString("[OWNER_READ, OWNER_WRITE]");
    }

    private static String shell(String script) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder("sh", "-c", script).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
