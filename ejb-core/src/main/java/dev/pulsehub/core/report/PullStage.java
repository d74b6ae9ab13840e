package dev.pulsehub.core.report;

/** Where an open pull request stands. */
public enum PullStage {
    DRAFT("p.draft"),
    WAITING("not p.draft and p.first_response_at is null"),
    IN_REVIEW("not p.draft and p.first_response_at is not null and p.first_approval_at is null"),
    APPROVED("not p.draft and p.first_approval_at is not null");

    private final String condition;

    PullStage(String condition) {
        this.condition = condition;
    }

    String condition() {
        return "p.state = 'OPEN' and " + condition;
    }
}
