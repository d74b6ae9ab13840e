package dev.pulsehub.web.analytics;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/**
 * A dashboard of {@code superset/assets}. Its ids are those its files name: the same in every database, so that nobody
 * has to ask for them.
 */
public enum AnalyticsDashboard {
    REPOSITORY_OVERVIEW("9b52b84d-926a-5b6e-ad2f-c6ff7b815ecd", "1c7ebee8-6f2f-5634-ba4e-b3b1b02aeec1"),
    ISSUE_VELOCITY("58eb495a-f3ce-5413-aaa3-b8343a8edf5c", "f2491d5c-6004-5dc1-81b4-3ae85c9587d6"),
    PR_ANALYTICS("084158ad-9cad-5b6e-9b47-295b2f8ce449", "721e2cb5-07ed-5888-b535-72340aac041b"),
    TEAM_PERFORMANCE("89a72a8d-875c-5d0e-9f9c-a955fbfc1845", "bd4712da-f9eb-5808-ab7d-3c64192730a9"),
    ACTIONS_MONITOR("f1d9c92c-92d8-5376-8dd7-13abb252acbe", "3bc6cb2f-cccc-59da-85e6-b3847067d5f6");

    private final UUID wide;
    private final UUID narrow;

    AnalyticsDashboard(String wide, String narrow) {
        this.wide = UUID.fromString(wide);
        this.narrow = UUID.fromString(narrow);
    }

    /** As it stands in addresses: {@code issue-velocity}. */
    public String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** What is embedded in a wide window. */
    public UUID wide() {
        return wide;
    }

    /** The same charts below one another, for a window under 900 pixels: Superset's grid does not wrap. */
    public UUID narrow() {
        return narrow;
    }

    static Optional<AnalyticsDashboard> find(String slug) {
        return Arrays.stream(values()).filter(one -> one.slug().equals(slug)).findFirst();
    }

    static boolean isKnown(String id) {
        return Arrays.stream(values())
                .anyMatch(one ->
                        one.wide.toString().equals(id) || one.narrow.toString().equals(id));
    }
}
