package dev.pulsehub.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where to go after signing in: a page of ours, whatever the request says. */
final class ReturnPath {

    private static final String HOME = "/app";
    private static final String START = "/";

    private ReturnPath() {}

    /** What the request asks for: {@code callbackUrl}, as NextAuth's clients say, or {@code return}. */
    static String wanted(HttpServletRequest request, URI ours) {
        String callback = request.getParameter("callbackUrl");
        return checked(callback == null ? request.getParameter("return") : within(callback, ours));
    }

    /** A page of ours for who has signed out; the start page unless another is asked for. */
    static String afterSignOut(@Nullable String wanted, URI ours) {
        String checked = wanted == null ? START : checked(within(wanted, ours));
        return checked.equals(HOME) ? START : checked;
    }

    /** The path of a whole address of ours. */
    private static String within(String address, URI ours) {
        return address.startsWith(ours + "/")
                ? address.substring(ours.toString().length())
                : address;
    }

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
