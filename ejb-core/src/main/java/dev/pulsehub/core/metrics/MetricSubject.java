package dev.pulsehub.core.metrics;

/**
 * The things a metric counts or measures: one row each of a {@code report} view, named {@code t}.
 *
 * @see MetricKey
 */
public enum MetricSubject {
    ISSUE_CREATED("report.issue", "created_at", "issue_id", "number", "author", "author_is_bot", "true"),
    ISSUE_CLOSING(
            "report.issue_change", "happened_at", "issue_id", "number", "author", "author_is_bot", "t.kind = 'closed'"),
    ISSUE_REOPENING(
            "report.issue_change",
            "happened_at",
            "issue_id",
            "number",
            "author",
            "author_is_bot",
            "t.kind = 'reopened'"),
    ISSUE_CLOSED("report.issue", "closed_at", "issue_id", "number", "author", "author_is_bot", "t.state = 'CLOSED'"),
    ISSUE_ANSWERED("report.issue", "first_response_at", "issue_id", "number", "author", "author_is_bot", "true"),
    /** Open from {@code happened_at} on until {@code ended_at}; looked at in one moment. */
    ISSUE_OPEN("report.issue_period", "happened_at", "issue_id", "number", "author", "author_is_bot", "true"),
    PULL_MERGED(
            "report.pull_request",
            "merged_at",
            "pull_request_id",
            "number",
            "author",
            "author_is_bot",
            "t.state = 'MERGED'"),
    /** As {@link #ISSUE_OPEN}. */
    PULL_OPEN("report.pull_period", "happened_at", "pull_request_id", "number", "author", "author_is_bot", "true"),
    RUN_JUDGED(
            "report.workflow_run",
            "completed_at",
            "run_id",
            "run_number",
            "null::text",
            "false",
            "t.succeeded is not null"),
    COMMIT("report.commit", "authored_at", "commit_number", "null::integer", "author", "author_is_bot", "true"),
    CONTRIBUTION(
            "report.contribution",
            "happened_at",
            "item_id",
            "item_number",
            "person",
            "person_is_bot",
            "t.person is not null and not t.person_is_bot");

    private final String view;
    private final String moment;
    private final String id;
    private final String number;
    private final String person;
    private final String bot;
    private final String condition;

    MetricSubject(String view, String moment, String id, String number, String person, String bot, String condition) {
        this.view = view;
        this.moment = moment;
        this.id = id;
        this.number = number;
        this.person = person;
        this.bot = bot;
        this.condition = condition;
    }

    public String view() {
        return view;
    }

    /** Column of the moment that puts the thing into a piece of time. */
    public String moment() {
        return "t." + moment;
    }

    /** Whether the things are looked at in one moment instead of being collected over time. */
    public boolean standing() {
        return this == ISSUE_OPEN || this == PULL_OPEN;
    }

    /**
     * The rows of one organization and its repositories, one question mark each, as {@code id, number, repository_id,
     * repo, at, person, bot, url, ended_at} and the value.
     *
     * @param value expression over {@code t}
     */
    public String rows(String value) {
        return "select t." + id + " as id, " + column(number) + " as number, t.repository_id, t.repo, t." + moment
                + " as at, " + column(person) + " as person, " + column(bot) + " as bot, t.url, "
                + (standing() ? "t.ended_at" : "null::timestamptz as ended_at") + ", (" + value
                + ")::double precision as value\nfrom " + view
                + " t where t.organization_id = ? and t.repository_id = any(?) and " + condition;
    }

    private static String column(String text) {
        return text.contains("::") || text.equals("false") ? text : "t." + text;
    }
}
