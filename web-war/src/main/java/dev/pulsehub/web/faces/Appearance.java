package dev.pulsehub.web.faces;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Light or dark, as the cookie {@code ph_theme} says; the browser writes it, following its system until told otherwise.
 */
@Named("uiPrefs")
@RequestScoped
public class Appearance {

    private static final String COOKIE = "ph_theme";

    @Inject
    private HttpServletRequest request;

    /** {@code light} or {@code dark}; light before the browser has said what its system prefers. */
    public String getTheme() {
        return cookie().endsWith("dark") ? "dark" : "light";
    }

    /** Name of the PrimeFaces theme that goes with it. */
    public String getPfTheme() {
        return cookie().endsWith("dark") ? "vela-blue" : "saga-blue";
    }

    private String cookie() {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (COOKIE.equals(cookie.getName())) {
                    return cookie.getValue();
                }
            }
        }
        return "";
    }
}
