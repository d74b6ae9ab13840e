package dev.pulsehub.core.config;

/**
 * What a process says, and in which form.
 *
 * @param threshold the least that is said
 */
public record LogConfig(Threshold threshold, Form form) {

    /** From the gravest to the least. */
    public enum Threshold {
        ERROR,
        WARN,
        INFO,
        DEBUG,
        TRACE
    }

    /** How a line looks. */
    public enum Form {
        /** One object per line, for machines. */
        JSON,
        /** The server's own, for people. */
        TEXT
    }

    static LogConfig from(Environment read) {
        return new LogConfig(
                read.choice(Variable.LOG_LEVEL, Threshold.class), read.choice(Variable.LOG_FORMAT, Form.class));
    }
}
