package dev.pulsehub.core.metrics;

import static dev.pulsehub.core.metrics.Aggregate.COUNT;
import static dev.pulsehub.core.metrics.Aggregate.MEDIAN;
import static dev.pulsehub.core.metrics.Aggregate.SHARE;
import static dev.pulsehub.core.metrics.MetricSubject.PULL_MERGED;
import static dev.pulsehub.core.metrics.MetricSubject.RUN_JUDGED;
import static dev.pulsehub.core.metrics.MetricUnit.LINES;
import static dev.pulsehub.core.metrics.MetricUnit.SECONDS;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every number there is, once: what it is called, what it means, its unit, which direction is better, and the SQL that
 * gives each thing behind it its value.
 */
public enum MetricKey {
    ISSUES_CREATED(
            "Issues created",
            MetricUnit.COUNT,
            Better.NEITHER,
            COUNT,
            MetricSubject.ISSUE_CREATED,
            "1",
            "Issues by the moment they were created. Pull requests are not issues."),
    ISSUES_CLOSED(
            "Issues closed",
            MetricUnit.COUNT,
            Better.MORE,
            COUNT,
            MetricSubject.ISSUE_CLOSING,
            "1",
            "Closing events of issues by the moment of each: what was reopened and closed again counts twice."),
    ISSUES_REOPENED(
            "Issues reopened",
            MetricUnit.COUNT,
            Better.LESS,
            COUNT,
            MetricSubject.ISSUE_REOPENING,
            "1",
            "Reopening events of issues by the moment of each."),
    ISSUE_LEAD_TIME(
            "Issue lead time",
            SECONDS,
            Better.LESS,
            MEDIAN,
            MetricSubject.ISSUE_CLOSED,
            "t.lead_seconds",
            "From creation to the last closing, of issues closed in the time and still closed."),
    ISSUE_AGE(
            "Age of open issues",
            SECONDS,
            Better.LESS,
            MEDIAN,
            MetricSubject.ISSUE_OPEN,
            "t.open_seconds_before",
            "How long the issues open at the end of the time had been open until then, times they were closed left out."),
    ISSUE_FIRST_RESPONSE(
            "First response to issues",
            SECONDS,
            Better.LESS,
            MEDIAN,
            MetricSubject.ISSUE_ANSWERED,
            "extract(epoch from t.first_response_at - t.created_at)",
            "From creation to the first comment of a human who is not the author, by the moment of that comment."),
    CODING_TIME(
            "Coding time",
            SECONDS,
            Better.LESS,
            MEDIAN,
            PULL_MERGED,
            "t.coding_seconds",
            "From the first commit to ready for review, of merged pull requests. Zero where the branch was rewritten"
                    + " later. Merge commits from the base do not count."),
    PICKUP_TIME(
            "Pickup time",
            SECONDS,
            Better.LESS,
            MEDIAN,
            PULL_MERGED,
            "t.pickup_seconds",
            "From ready for review to the first answer of another human, of merged pull requests. Zero where the answer"
                    + " came to a draft; no value where nobody answered before the merge. Time back in draft is left out."),
    REVIEW_TIME(
            "Review time",
            SECONDS,
            Better.LESS,
            MEDIAN,
            PULL_MERGED,
            "t.review_seconds",
            "From the first answer of another human to the merge. No value where nobody answered. Time back in draft is"
                    + " left out."),
    UNREVIEWED_TIME(
            "Unreviewed time",
            SECONDS,
            Better.LESS,
            MEDIAN,
            PULL_MERGED,
            "t.unreviewed_seconds",
            "From ready for review to the merge, of merged pull requests no other human answered."),
    REDRAFT_TIME(
            "Time back in draft",
            SECONDS,
            Better.LESS,
            MEDIAN,
            PULL_MERGED,
            "t.redraft_seconds",
            "Time turned back to draft between ready for review and the merge."),
    CYCLE_TO_MERGE(
            "Cycle time to merge",
            SECONDS,
            Better.LESS,
            MEDIAN,
            PULL_MERGED,
            "t.cycle_to_merge_seconds",
            "Coding, pickup and review time together, or coding and unreviewed time. Not mixed with cycles that end in"
                    + " a deployment."),
    TIME_TO_MERGE(
            "Ready to merge",
            SECONDS,
            Better.LESS,
            MEDIAN,
            PULL_MERGED,
            "t.time_to_merge_seconds",
            "From ready for review to the merge."),
    OPEN_TO_MERGE(
            "Open to merge",
            SECONDS,
            Better.LESS,
            MEDIAN,
            PULL_MERGED,
            "t.open_to_merge_seconds",
            "From creation to the merge, drafts included."),
    PULLS_MERGED(
            "Pull requests merged",
            MetricUnit.COUNT,
            Better.MORE,
            COUNT,
            PULL_MERGED,
            "1",
            "Pull requests by the moment of their merge."),
    OPEN_PULL_AGE(
            "Age of open pull requests",
            SECONDS,
            Better.LESS,
            Aggregate.NINTH_TENTH,
            MetricSubject.PULL_OPEN,
            "0",
            "How long ago the pull requests open at the end of the time were opened."),
    FIRST_APPROVAL_TIME(
            "First approval",
            SECONDS,
            Better.LESS,
            MEDIAN,
            PULL_MERGED,
            "floor(extract(epoch from t.first_approval_at - t.ready_at))",
            "From ready for review to the first approval of another human that was not dismissed, of merged pull"
                    + " requests. Approved as a draft: no value, counted as negative."),
    PR_SIZE(
            "Size of pull requests",
            LINES,
            Better.LESS,
            MEDIAN,
            PULL_MERGED,
            "t.additions + t.deletions",
            "Added and deleted lines of merged pull requests, generated files included."),
    REVIEW_DEPTH(
            "Review depth",
            MetricUnit.COUNT,
            Better.NEITHER,
            MEDIAN,
            PULL_MERGED,
            "(select count(*) + coalesce(sum(v.comment_count), 0) from report.review v where v.organization_id ="
                    + " t.organization_id and v.pull_request_id = t.pull_request_id and not v.by_author and not"
                    + " v.reviewer_is_bot)",
            "Reviews of other humans and their comments on lines, per merged pull request."),
    MERGED_WITHOUT_REVIEW(
            "Merged without review",
            MetricUnit.SHARE,
            Better.LESS,
            SHARE,
            PULL_MERGED,
            "case when exists (select from report.review v where v.organization_id = t.organization_id and"
                    + " v.pull_request_id = t.pull_request_id and not v.by_author and not v.reviewer_is_bot and"
                    + " v.submitted_at <= t.merged_at and v.state <> 'DISMISSED') then 0 else 1 end",
            "Share of merged pull requests without an approval, a request for changes or a commenting review of another"
                    + " human before the merge. A comment in the conversation is no review, a dismissed review is none."),
    REVIEW_PARTICIPATION(
            "Review participation",
            MetricUnit.SHARE,
            Better.MORE,
            Aggregate.SHARE_OF_PEOPLE,
            MetricSubject.CONTRIBUTION,
            "case when t.reviews_others then 1 else 0 end",
            "People who reviewed a pull request of somebody else, of all people who did anything."),
    MERGE_FREQUENCY(
            "Merge frequency",
            MetricUnit.PER_PERSON_WEEK,
            Better.MORE,
            Aggregate.PER_PERSON_WEEK,
            PULL_MERGED,
            "1",
            "Merged pull requests per week and author of one."),
    COMMITS_PER_DAY(
            "Commits per day",
            MetricUnit.PER_DAY,
            Better.NEITHER,
            Aggregate.PER_DAY,
            MetricSubject.COMMIT,
            "1",
            "Commits on default branches by the moment they were written; merge commits are left out."),
    ACTIVE_CONTRIBUTORS(
            "Active contributors",
            MetricUnit.COUNT,
            Better.NEITHER,
            Aggregate.PEOPLE,
            MetricSubject.CONTRIBUTION,
            "1",
            "Different humans with at least one commit on a default branch, pull request, review, issue or comment."),
    RUN_SUCCESS_RATE(
            "Success rate of workflow runs",
            MetricUnit.SHARE,
            Better.MORE,
            SHARE,
            RUN_JUDGED,
            "t.succeeded::int",
            "Successes among the runs completed that ended in success, failure, time-out or failed to start; latest"
                    + " attempt. Cancelled, skipped, neutral and stale runs are not counted."),
    RUN_RERUN_RATE(
            "Re-run rate of workflow runs",
            MetricUnit.SHARE,
            Better.LESS,
            SHARE,
            RUN_JUDGED,
            "(t.attempt > 1)::int",
            "Share of the runs that the success rate counts which needed more than one attempt."),
    RUN_DURATION(
            "Duration of workflow runs",
            SECONDS,
            Better.LESS,
            MEDIAN,
            RUN_JUDGED,
            "t.duration_seconds",
            "From the start of the latest attempt to the end of its last job, of the runs that the success rate counts."),
    RUN_QUEUE_TIME(
            "Queue time of workflow runs",
            SECONDS,
            Better.LESS,
            MEDIAN,
            RUN_JUDGED,
            "t.queue_seconds",
            "From the start of the latest attempt to the start of its first job; no value where jobs are not known.");

    /** Which way is good news. */
    public enum Better {
        MORE,
        LESS,
        NEITHER;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String label;
    private final MetricUnit unit;
    private final Better better;
    private final Aggregate aggregate;
    private final MetricSubject subject;
    private final String value;
    private final String definition;

    MetricKey(
            String label,
            MetricUnit unit,
            Better better,
            Aggregate aggregate,
            MetricSubject subject,
            String value,
            String definition) {
        this.label = label;
        this.unit = unit;
        this.better = better;
        this.aggregate = aggregate;
        this.subject = subject;
        this.value = value;
        this.definition = definition;
    }

    /** The metric of this key, in any case. */
    public static Optional<MetricKey> find(String key) {
        return Arrays.stream(values())
                .filter(metric -> metric.key().equalsIgnoreCase(key))
                .findFirst();
    }

    /** The name in addresses, answers and documents. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String label() {
        return label;
    }

    public String definition() {
        return definition;
    }

    public MetricUnit unit() {
        return unit;
    }

    public Better better() {
        return better;
    }

    public Aggregate aggregate() {
        return aggregate;
    }

    public MetricSubject subject() {
        return subject;
    }

    /** The expression over a row {@code t} of the subject's view that gives it its value; null when it has none. */
    public String value() {
        return value;
    }

    /** The things behind the number, see {@link MetricSubject#rows}. */
    public String rows() {
        return subject.rows(value);
    }
}
