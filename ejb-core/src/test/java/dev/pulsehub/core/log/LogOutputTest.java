package dev.pulsehub.core.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.core.config.LogConfig;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogOutputTest {

    private static final System.Logger LOG = System.getLogger(LogOutputTest.class.getName());

    private final Level rootBefore = root().getLevel();
    private final Remembering handler = new Remembering();

    private static java.util.logging.Logger root() {
        return LogManager.getLogManager().getLogger("");
    }

    @BeforeEach
    void listen() {
        root().addHandler(handler);
    }

    @AfterEach
    void forget() {
        RequestId.end();
        root().removeHandler(handler);
        LogOutput.apply(new LogConfig(LogConfig.Threshold.INFO, LogConfig.Form.TEXT));
        root().setLevel(rootBefore);
    }

    @Test
    void a_line_is_one_json_object_with_the_requests_id() {
        LogOutput.apply(new LogConfig(LogConfig.Threshold.INFO, LogConfig.Form.JSON));
        RequestId.begin("request-17");

        LOG.log(System.Logger.Level.WARNING, "a \"quoted\"\nmessage", new IllegalStateException("broken"));

        assertThat(handler.lines).hasSize(1);
        String line = handler.lines.getFirst();
        assertThat(line.indexOf('\n')).isEqualTo(line.length() - 1);
        try (JsonReader reader = Json.createReader(new StringReader(line))) {
            JsonObject object = reader.readObject();
            assertThat(object.getString("level")).isEqualTo("warn");
            assertThat(object.getString("logger")).isEqualTo(LogOutputTest.class.getName());
            assertThat(object.getString("message")).isEqualTo("a \"quoted\"\nmessage");
            assertThat(object.getString("request_id")).isEqualTo("request-17");
            assertThat(object.getString("exception")).startsWith("java.lang.IllegalStateException: broken\n\tat ");
            assertThat(object.getString("timestamp")).endsWith("Z");
        }
    }

    @Test
    void outside_of_requests_there_is_no_id() {
        LogOutput.apply(new LogConfig(LogConfig.Threshold.INFO, LogConfig.Form.JSON));

        LOG.log(System.Logger.Level.INFO, "tick");

        assertThat(handler.lines).singleElement().asString().doesNotContain("request_id", "exception");
    }

    @Test
    void the_threshold_decides_what_is_said() {
        LogOutput.apply(new LogConfig(LogConfig.Threshold.INFO, LogConfig.Form.JSON));
        LOG.log(System.Logger.Level.DEBUG, "detail");
        assertThat(handler.lines).isEmpty();

        LogOutput.apply(new LogConfig(LogConfig.Threshold.DEBUG, LogConfig.Form.JSON));
        LOG.log(System.Logger.Level.DEBUG, "detail");
        assertThat(handler.lines).singleElement().asString().contains("\"level\":\"debug\"");
    }

    @Test
    void above_info_the_server_is_quiet_too() {
        LogOutput.apply(new LogConfig(LogConfig.Threshold.ERROR, LogConfig.Form.JSON));

        System.getLogger("org.example.server").log(System.Logger.Level.WARNING, "chatter");

        assertThat(handler.lines).isEmpty();
    }

    @Test
    void an_id_that_could_forge_lines_is_replaced() {
        assertThat(RequestId.of("abc-12345.6")).isEqualTo("abc-12345.6");
        assertThat(RequestId.of("evil\nline")).matches("[0-9a-f]{16}");
        assertThat(RequestId.of("short")).matches("[0-9a-f]{16}");
        assertThat(RequestId.of(null)).matches("[0-9a-f]{16}");
    }

    private static final class Remembering extends Handler {

        private final List<String> lines = new ArrayList<>();

        @Override
        public void publish(LogRecord record) {
            Formatter formatter = getFormatter();
            if (isLoggable(record) && formatter != null) {
                lines.add(formatter.format(record));
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
