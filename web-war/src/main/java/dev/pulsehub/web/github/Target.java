package dev.pulsehub.web.github;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes on GitHub.
 *
 * @param path without a slash before it, decoded
 * @param address always on GitHub's API
 */
record Target(String path, URI address) {

    private static final int LONGEST = 8_000;

    /**
     * @param pathInfo decoded
     * @param queryString as it was sent
     * @return empty for a path that means another one than it says, or nothing
     */
    static Optional<Target> of(@Nullable String pathInfo, @Nullable String queryString, URI api) {
        String info = pathInfo == null ? "" : pathInfo;
        String query = queryString == null ? "" : queryString;
        String path = info.startsWith("/") ? info.substring(1) : info;
        boolean odd = path.length() + query.length() > LONGEST
                || path.chars().anyMatch(letter -> letter < 0x20 || letter == '\\' || letter == 0x7f)
                || Arrays.stream(path.split("/", -1))
                        .anyMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
        if (odd) {
            return Optional.empty();
        }
        String encoded = Arrays.stream(path.split("/", -1)).map(Target::encoded).collect(Collectors.joining("/"));
        try {
            String address = base(api, path) + encoded + (query.isEmpty() ? "" : "?" + query);
            return Optional.of(new Target(path, URI.create(address)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a query no address can have
        }
    }

    /** GraphQL stands beside the REST API of an Enterprise server, and below that of github.com. */
    private static String base(URI api, String path) {
        String text = api.toString();
        return path.equals("graphql") && text.endsWith("/v3")
                ? text.substring(0, text.length() - "v3".length())
                : text + "/";
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
