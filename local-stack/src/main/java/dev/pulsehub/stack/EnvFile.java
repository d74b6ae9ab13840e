package dev.pulsehub.stack;

import java.util.Map;
import java.util.stream.Collectors;

/** Lines a POSIX shell can source, whatever the values hold. */
final class EnvFile {

    private EnvFile() {}

    static String text(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + quoted(entry.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
