package dev.pulsehub.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that hold secrets: readable by their owner only, never half written. */
final class OwnerOnly {

    private OwnerOnly() {}

    static void write(Path file, String text) throws IOException {
        Path unfinished = Files.createTempFile(file.toAbsolutePath().getParent(), ".", ".tmp");
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rw-------"));
        Files.write(unfinished, text.getBytes(StandardCharsets.UTF_8));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
