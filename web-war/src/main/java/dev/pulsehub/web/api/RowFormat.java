package dev.pulsehub.web.api;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms rows are answered in, by suffix or by {@code Accept}. */
enum RowFormat {
    JSON("application/json", "application/json"),
    NDJSON("application/x-ndjson", "application/x-ndjson"),
    CSV("text/csv", "text/csv; charset=utf-8; header=present");

    private final String type;
    private final String contentType;

    RowFormat(String type, String contentType) {
        this.type = type;
        this.contentType = contentType;
    }

    String contentType() {
        return contentType;
    }

    /**
     * The format of a path's suffix ({@code .csv}), else the first acceptable one.
     *
     * @return empty when nothing we have is acceptable
     */
    static Optional<RowFormat> of(String suffix, List<MediaType> accepted) {
        if (!suffix.isEmpty()) {
            return Optional.of(valueOf(suffix.substring(1).toUpperCase(Locale.ROOT)));
        }
        for (MediaType type : accepted) {
            for (RowFormat format : values()) {
                if (type.isCompatible(MediaType.valueOf(format.type))) {
                    return Optional.of(format);
                }
            }
        }
        return accepted.isEmpty() ? Optional.of(JSON) : Optional.empty();
    }
}
