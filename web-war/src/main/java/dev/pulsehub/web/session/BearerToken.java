package dev.pulsehub.web.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;

/** What a program says instead of a cookie: {@code Authorization: Bearer ...}, or {@code token ...} as GitHub's do. */
public final class BearerToken {

    private static final List<String> SCHEMES = List.of("Bearer ", "token ");

    private BearerToken() {}

    public static Optional<String> of(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        return header == null
                ? Optional.empty()
                : SCHEMES.stream()
                        .filter(scheme -> header.regionMatches(true, 0, scheme, 0, scheme.length()))
                        .map(scheme -> header.substring(scheme.length()).strip())
                        .findFirst();
    }
}
