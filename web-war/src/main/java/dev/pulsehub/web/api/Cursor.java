package dev.pulsehub.web.api;

import dev.pulsehub.core.report.Paging;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** The place of a row in its list as an opaque text for addresses. */
final class Cursor {

    private Cursor() {}

    static String write(Paging.After after) {
        String plain = after.moment() + "/" + after.id();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws BadParameter when the text was not written by {@link #write} */
    static Paging.After read(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int slash = plain.indexOf('/');
            return new Paging.After(
                    Instant.parse(plain.substring(0, Math.max(0, slash))), Long.parseLong(plain.substring(slash + 1)));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new BadParameter("cursor", "cursor is not one this API gave out; follow the Link header");
        }
    }
}
