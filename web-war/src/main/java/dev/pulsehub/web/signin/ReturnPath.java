package dev.pulsehub.web.signin;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where to go after signing in: a page of ours, whatever the request says. */
final class ReturnPath {

    private static final String HOME = "/app";

    private ReturnPath() {}

    static String checked(@Nullable String wanted) {
        if (wanted == null
                || !wanted.startsWith("/app")
                || wanted.contains("\\")
                || wanted.chars().anyMatch(c -> c < 0x20)) {
            return HOME;
        }
        try {
            URI uri = new URI(wanted);
            return uri.isAbsolute() || uri.getRawAuthority() != null ? HOME : wanted;
        } catch (URISyntaxException e) {
            return HOME;
        }
    }
}
