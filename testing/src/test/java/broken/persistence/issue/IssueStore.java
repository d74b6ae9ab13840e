package broken.persistence.issue;

import broken.core.report.WritingReport;

/** A store that knows what is above it, and forms a cycle with it. */
public record IssueStore(WritingReport report) {

    public int upsert() {
        return report.hashCode();
    }
}
