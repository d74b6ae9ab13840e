package dev.pulsehub.core.log;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/**
 * One JSON object per line: {@code timestamp} (UTC), {@code level} ({@code LOG_LEVEL}'s words), {@code logger},
 * {@code message}, and where there is one {@code request_id} and {@code exception} with its stack.
 */
final class JsonLines extends Formatter {

    @Override
    public String format(LogRecord record) {
        JsonObjectBuilder line = Json.createObjectBuilder()
                .add("timestamp", record.getInstant().toString())
                .add("level", word(record.getLevel()))
                .add("logger", String.valueOf(record.getLoggerName()))
                .add("message", String.valueOf(formatMessage(record)));
        RequestId.current().ifPresent(id -> line.add("request_id", id));
        Throwable thrown = record.getThrown();
        if (thrown != null) {
            StringWriter stack = new StringWriter();
            thrown.printStackTrace(new PrintWriter(stack));
            line.add("exception", stack.toString());
        }
        return line.build() + "\n";
    }

    private static String word(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "error";
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return "warn";
        }
        if (level.intValue() >= Level.INFO.intValue()) {
            return "info";
        }
        return level.intValue() >= Level.FINE.intValue() ? "debug" : "trace";
    }
}
