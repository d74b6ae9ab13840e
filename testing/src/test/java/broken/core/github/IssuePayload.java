package broken.core.github;

import broken.persistence.issue.IssueStore;

/** A payload that knows where it will be stored. */
public record IssuePayload(IssueStore store) {}
