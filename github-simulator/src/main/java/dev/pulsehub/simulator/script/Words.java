package dev.pulsehub.simulator.script;

import java.util.List;
import java.util.random.RandomGenerator;

/** Titles that read as if somebody had needed them. */
public final class Words {

    private static final List<String> VERBS = List.of(
            "Add",
            "Fix",
            "Speed up",
            "Simplify",
            "Remove",
            "Document",
            "Test",
            "Harden",
            "Rework",
            "Cache",
            "Validate",
            "Retry",
            "Log",
            "Translate",
            "Paginate",
            "Rename",
            "Expose",
            "Limit",
            "Split",
            "Deprecate");
    private static final List<String> THINGS = List.of(
            "invoice totals",
            "the search index",
            "session refresh",
            "webhook retries",
            "currency rounding",
            "the sign-up form",
            "address lookup",
            "stock levels",
            "the export job",
            "password reset",
            "rate limits",
            "the audit trail",
            "shipping labels",
            "date pickers",
            "cart merging",
            "discount codes",
            "the order timeline",
            "feature flags",
            "image uploads",
            "the login page",
            "payment callbacks",
            "tax tables",
            "push notifications",
            "the CSV import",
            "report filters",
            "the status page",
            "connection pooling",
            "the retry queue",
            "empty states",
            "keyboard navigation");
    private static final List<String> PLACES = List.of(
            "",
            " for guest checkouts",
            " on small screens",
            " when the cache is cold",
            " in the admin area",
            " behind a flag",
            " for large accounts",
            " after a timeout",
            " in the nightly job",
            " for Safari",
            " with empty input",
            " across time zones",
            " for returning customers",
            " under load",
            " in dark mode");
    private static final List<String> TROUBLES = List.of(
            "%s fails",
            "%s is slow",
            "Wrong result from %s",
            "Support %s",
            "Crash in %s",
            "Confusing message from %s",
            "%s loses input",
            "Make %s configurable",
            "Duplicate entries in %s",
            "%s ignores the time zone");
    private static final List<String> LIBRARIES = List.of(
            "jackson-databind",
            "postgresql",
            "react-dom",
            "tokio",
            "serde",
            "junit-jupiter",
            "netty-handler",
            "vite",
            "axios",
            "guava",
            "flyway-core",
            "typescript");

    private Words() {}

    public static String change(RandomGenerator random) {
        return pick(random, VERBS) + " " + pick(random, THINGS) + pick(random, PLACES);
    }

    public static String trouble(RandomGenerator random) {
        String sentence = pick(random, TROUBLES).formatted(pick(random, THINGS) + pick(random, PLACES));
        return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    public static String upgrade(RandomGenerator random) {
        int minor = random.nextInt(1, 30);
        return "Bump " + pick(random, LIBRARIES) + " from " + random.nextInt(1, 6) + "." + minor + ".0 to "
                + random.nextInt(6, 9) + "." + random.nextInt(0, 9) + ".0";
    }

    public static <T> T pick(RandomGenerator random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
