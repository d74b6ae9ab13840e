package dev.pulsehub.core.report;

/** A duration of one pull request that lists can be filtered and sorted by; all in seconds. */
public enum PullMetric {
    CODING("coding_seconds"),
    PICKUP("pickup_seconds"),
    REVIEW("review_seconds"),
    UNREVIEWED("unreviewed_seconds"),
    REDRAFT("redraft_seconds"),
    DEPLOY("deploy_seconds"),
    CYCLE("cycle_seconds"),
    CYCLE_TO_MERGE("cycle_to_merge_seconds"),
    TIME_TO_MERGE("time_to_merge_seconds"),
    OPEN_TO_MERGE("open_to_merge_seconds");

    private final String column;

    PullMetric(String column) {
        this.column = column;
    }

    /** The column of {@code report.pull_request} and of the API. */
    public String column() {
        return column;
    }
}
