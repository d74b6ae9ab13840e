package dev.pulsehub.mcp.tool;

/** Text that strangers wrote: shown as it is, but on one line, without what cannot be seen, and not without end. */
final class Untrusted {

    private static final int LONGEST = 200;

    private Untrusted() {}

    static String line(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints().limit(4L * LONGEST).forEach(point -> {
            int type = Character.getType(point);
            boolean unseen = type == Character.CONTROL
                    || type == Character.FORMAT
                    || type == Character.PRIVATE_USE
                    || type == Character.SURROGATE
                    || type == Character.UNASSIGNED
                    || type == Character.LINE_SEPARATOR
                    || type == Character.PARAGRAPH_SEPARATOR;
            clean.appendCodePoint(unseen ? ' ' : point);
        });
        String line = clean.toString().replaceAll(" {2,}", " ").strip();
        return line.codePointCount(0, line.length()) > LONGEST
                ? line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…"
                : line;
    }
}
