package broken.core.report;

import broken.core.github.IssuePayload;
import broken.persistence.issue.IssueStore;

/** A report that asks GitHub and writes facts. */
public record WritingReport(IssuePayload payload, IssueStore store) {

    public int write() {
        return store.upsert();
    }
}
