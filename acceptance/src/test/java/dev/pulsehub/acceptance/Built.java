package dev.pulsehub.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;

/** What the build made and a person would start. */
final class Built {

    private Built() {}

    static Path webJar() {
        return existing(Path.of("..", "web-war", "target", "pulse-hub-web.jar"));
    }

    static Path mcpJar() {
        return existing(Path.of("..", "mcp-war", "target", "pulse-hub-mcp.jar"));
    }

    static Path stackJar() {
        return existing(Path.of("..", "local-stack", "target", "pulse-hub-local.jar"));
    }

    /** A folder nobody else uses, which another system user may enter. */
    static Path folder(String name) throws java.io.IOException {
        Path folder =
                Path.of("target", "acceptance", name + "-" + System.nanoTime()).toAbsolutePath();
        return Files.createDirectories(folder);
    }

    private static Path existing(Path jar) {
        Path file = jar.toAbsolutePath().normalize();
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException(file + " is not built; run `make test`, which packages it first");
        }
        return file;
    }
}
