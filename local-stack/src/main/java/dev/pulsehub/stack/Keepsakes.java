package dev.pulsehub.stack;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Properties;

/** What a later start must find as it was: secrets, ports, the first day of the demo's story. */
final class Keepsakes {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties kept = new Properties();

    private Keepsakes(Path file) {
        this.file = file;
    }

    static Keepsakes in(Path file) {
        Keepsakes keepsakes = new Keepsakes(file);
        try {
            if (Files.exists(file)) {
                keepsakes.kept.load(new StringReader(Files.readString(file)));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new StackDidNotStart("Cannot read " + file + ": " + e.getMessage(), e);
        }
        return keepsakes;
    }

    /** A secret of 32 random bytes, made at the first use of its name. */
    String secret(String name) {
        String known = kept.getProperty(name);
        if (known != null) {
            return known;
        }
        String made = randomText();
        keep(name, made);
        return made;
    }

    /** The port of last time where it is still free, else another free one. */
    int port(String name) {
        String known = kept.getProperty(name);
        if (known != null && Ports.isFree(Integer.parseInt(known))) {
            return Integer.parseInt(known);
        }
        int chosen = Ports.free();
        keep(name, Integer.toString(chosen));
        return chosen;
    }

    LocalDate day(String name, LocalDate otherwise) {
        String known = kept.getProperty(name);
        if (known != null) {
            return LocalDate.parse(known);
        }
        keep(name, otherwise.toString());
        return otherwise;
    }

    /** 43 characters that fit into a URL. */
    static String randomText() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void keep(String name, String value) {
        kept.setProperty(name, value);
        StringWriter text = new StringWriter();
        try {
            kept.store(text, null);
            OwnerOnly.write(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
