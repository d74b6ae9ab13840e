package dev.pulsehub.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps two living programs from one data directory; the operating system gives it back when its holder is killed. */
final class DirectoryLock {

    private final Path file;
    private @Nullable FileChannel channel;

    DirectoryLock(Path file) {
        this.file = file;
    }

    void take(Path directory) throws IOException {
        FileChannel opened = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isTaken(opened)) {
            opened.close();
            throw new PostgresDidNotStart("Another running program uses the PostgreSQL data in " + directory
                    + ". Stop it, or choose another data directory.");
        }
        channel = opened;
    }

    private static boolean isTaken(FileChannel opened) throws IOException {
        try {
            FileLock lock = opened.tryLock();
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    void release() {
        if (channel == null) {
            return;
        }
        try {
            channel.close();
            channel = null;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot release " + file, e);
        }
    }
}
