package dev.pulsehub.core.report;

/** State of a pull request, and the moment a list of that state is cut by. */
public enum PullState {
    OPEN("created_at"),
    MERGED("merged_at"),
    CLOSED("closed_at");

    private final String moment;

    PullState(String moment) {
        this.moment = moment;
    }

    String moment() {
        return moment;
    }
}
