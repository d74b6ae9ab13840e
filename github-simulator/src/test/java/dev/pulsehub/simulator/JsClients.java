package dev.pulsehub.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pulsehub.testing.node.NodePrograms;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The programs from npm that are run against the simulator, installed once for all tests. */
final class JsClients {

    private static final List<String> SCRIPTS =
            List.of("gate.mjs", "octokit.mjs", "receiver.mjs", "next-auth.mjs", "truth.mjs");

    private static @Nullable NodePrograms installed;

    private JsClients() {}

    static synchronized NodePrograms installed() {
        if (installed == null) {
            try {
                Path folder =
                        Files.createDirectories(Path.of("target", "js-clients").toAbsolutePath());
                installed = NodePrograms.install(folder, JsClients.class, "clients", SCRIPTS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return installed;
    }

    /** Runs a script that ends well and prints one line of JSON last. */
    static JsonNode run(String script, String... arguments) throws IOException {
        String[] command = new String[arguments.length + 2];
        command[0] = "node";
        command[1] = script;
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        String output = installed().run(command).mustEndWell().output();
        return Client.JSON.readTree(output.lines().toList().getLast());
    }
}
