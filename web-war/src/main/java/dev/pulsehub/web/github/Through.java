package dev.pulsehub.web.github;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which headers go through, and how: addresses of GitHub's API lead back through us. */
final class Through {

    private static final List<String> ASKED =
            List.of("Accept", "Content-Type", "If-None-Match", "If-Modified-Since", "X-GitHub-Api-Version");

    private static final List<String> ANSWERED = List.of(
            "ETag",
            "Last-Modified",
            "Retry-After",
            "X-GitHub-Media-Type",
            "X-GitHub-Request-Id",
            "X-GitHub-SSO",
            "X-RateLimit-Limit",
            "X-RateLimit-Remaining",
            "X-RateLimit-Reset",
            "X-RateLimit-Resource",
            "X-RateLimit-Used");

    private final String github;
    private final String ours;

    Through(URI api, URI authUrl) {
        this.github = api + "/";
        this.ours = authUrl + "/api/github/";
    }

    /** A question's headers, by a look-up that gives null for what was not sent. */
    interface Sent {
        @Nullable
        String header(String name);
    }

    static Map<String, String> asked(Sent sent) {
        Map<String, String> through = new LinkedHashMap<>();
        for (String name : ASKED) {
            String value = sent.header(name);
            if (value != null) {
                through.put(name, value);
            }
        }
        return through;
    }

    Map<String, String> answered(HttpHeaders headers) {
        Map<String, String> through = new LinkedHashMap<>();
        ANSWERED.forEach(name -> headers.firstValue(name).ifPresent(value -> through.put(name, value)));
        headers.firstValue("Link").ifPresent(link -> through.put("Link", link.replace("<" + github, "<" + ours)));
        headers.firstValue("Location").ifPresent(place -> through.put("Location", back(place)));
        headers.firstValue("Content-Type").ifPresent(type -> through.put("Content-Type", harmless(type)));
        return through;
    }

    private String back(String place) {
        return place.startsWith(github) ? ours + place.substring(github.length()) : place;
    }

    /** A file of a repository must not become a page of ours. */
    private static String harmless(String type) {
        String name = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return name.equals("application/json") || name.endsWith("+json") ? type : "text/plain; charset=utf-8";
    }
}
