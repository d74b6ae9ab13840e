package dev.pulsehub.web.analytics;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an embedded dashboard asks of Superset, and nothing else. Compared with the address as it was sent, in which
 * only harmless characters are let through, so that no spelling leads elsewhere.
 */
enum AllowedCall {
    PAGE("GET", "/embedded/[0-9a-f-]{36}"),
    FILE("GET", "/static/(assets|appbuilder)/([A-Za-z0-9_~-]+[A-Za-z0-9_.~-]*/)*[A-Za-z0-9_~-]+[A-Za-z0-9_.~-]*"),
    WORKER("GET", "/static/service-worker\\.js"),
    ROLES("GET", "/api/v1/me/roles/"),
    DASHBOARD("GET", "/api/v1/dashboard/[0-9]{1,9}(/charts|/datasets)?"),
    DATA("POST", "/api/v1/chart/data"),
    TIME_RANGE("GET", "/api/v1/time_range/"),
    /** What people do on the page; nobody wants to know. */
    LOG("POST", "/superset/log/"),
    /** Colours it would like to see remembered; the bundle says them. */
    COLOURS("PUT", "/api/v1/dashboard/[0-9]{1,9}/colors");

    private final String method;
    private final Pattern path;

    AllowedCall(String method, String path) {
        this.method = method;
        this.path = Pattern.compile(Pattern.quote(Superset.ROOT) + path);
    }

    /** The one that fits. */
    static Optional<AllowedCall> of(String method, String rawPath) {
        return Arrays.stream(values())
                .filter(one ->
                        one.method.equals(method) && one.path.matcher(rawPath).matches())
                .filter(one -> one != PAGE || AnalyticsDashboard.isKnown(rawPath.substring(rawPath.length() - 36)))
                .findFirst();
    }

    /** Whether Superset is not asked at all. */
    boolean isAnsweredHere() {
        return this == LOG || this == COLOURS;
    }

    /** Whether a guest's token must come with it. */
    boolean needsToken() {
        return this == ROLES || this == DASHBOARD || this == DATA || this == TIME_RANGE;
    }
}
