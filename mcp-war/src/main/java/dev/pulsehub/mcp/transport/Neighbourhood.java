package dev.pulsehub.mcp.transport;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a request names this service as its neighbours do, and comes from no web page of strangers: a page that has
 * bent its name to this machine's address names itself.
 */
final class Neighbourhood {

    private static final Pattern NEAR =
            Pattern.compile("localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1]|[a-z0-9_-]+|[a-z0-9_.-]+\\.(internal|local)");

    private Neighbourhood() {}

    static boolean isIn(HttpServletRequest request) {
        String host = Optional.ofNullable(request.getHeader("Host")).orElse("");
        String origin = request.getHeader("Origin");
        return isNear(host.replaceFirst(":\\d+$", "")) && (origin == null || isNear(hostOf(origin)));
    }

    private static boolean isNear(String host) {
        return NEAR.matcher(host.toLowerCase(java.util.Locale.ROOT)).matches();
    }

    private static String hostOf(String origin) {
        try {
            return Optional.ofNullable(URI.create(origin).getHost()).orElse("?");
        } catch (IllegalArgumentException e) {
            return "?";
        }
    }
}
