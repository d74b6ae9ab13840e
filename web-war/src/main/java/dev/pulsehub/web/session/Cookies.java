package dev.pulsehub.web.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/** Our cookies: out of reach of scripts, and sent along by other sites only where they lead to us. */
public final class Cookies {

    private Cookies() {}

    public static Optional<String> find(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> name.equals(cookie.getName()))
                        .map(Cookie::getValue)
                        .findFirst();
    }

    /** @param secure whether it is for https only */
    public static void send(
            HttpServletResponse response, String name, String value, String path, int seconds, boolean secure) {
        response.addHeader(
                "Set-Cookie",
                name + "=" + value + "; Path=" + path + "; HttpOnly; SameSite=Lax; Max-Age=" + seconds
                        + (secure ? "; Secure" : ""));
    }

    public static void remove(HttpServletResponse response, String name, String path, boolean secure) {
        send(response, name, "", path, 0, secure);
    }
}
