package dev.pulsehub.mcp.tool;

/** A call that cannot be answered; the message tells the assistant why and what to do instead. */
final class NoAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoAnswer(String message) {
        super(message);
    }
}
