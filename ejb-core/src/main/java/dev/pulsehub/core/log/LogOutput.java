package dev.pulsehub.core.log;

import dev.pulsehub.core.config.LogConfig;
import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sets what the server's log holds and how it looks. The server's own words before this are in its own form. */
public final class LogOutput {

    private static final Logger OURS = Logger.getLogger("dev.pulsehub"); // held, else its level is forgotten

    private LogOutput() {}

    /** Applies it to this process; a second time changes nothing. */
    public static void apply(LogConfig config) {
        Level level = level(config.threshold());
        OURS.setLevel(level);
        Logger root = Logger.getLogger("");
        if (level.intValue() > Level.INFO.intValue()) {
            root.setLevel(level);
        }
        Arrays.stream(root.getHandlers()).forEach(handler -> prepare(handler, level, config.form()));
    }

    private static void prepare(Handler handler, Level level, LogConfig.Form form) {
        if (handler.getLevel().intValue() > level.intValue()) {
            handler.setLevel(level);
        }
        if (form == LogConfig.Form.JSON) {
            handler.setFormatter(new JsonLines());
        }
    }

    private static Level level(LogConfig.Threshold threshold) {
        return switch (threshold) {
            case ERROR -> Level.SEVERE;
            case WARN -> Level.WARNING;
            case INFO -> Level.INFO;
            case DEBUG -> Level.FINE;
            case TRACE -> Level.FINER;
        };
    }
}
