package dev.pulsehub.web.faces;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The path by which the container chose what answers a request: decoded, without {@code ..}, doubled slashes and path
 * parameters. Whatever decides about a request decides by this one; the address as it was sent can be spelled in many
 * ways.
 */
public final class RequestPath {

    private RequestPath() {}

    /** Without a slash at the end; the root is {@code /}. */
    public static String of(HttpServletRequest request) {
        String info = request.getPathInfo();
        String path = request.getServletPath() + (info == null ? "" : info);
        boolean trailing = path.length() > 1 && path.endsWith("/");
        return path.isEmpty() ? "/" : trailing ? path.substring(0, path.length() - 1) : path;
    }
}
