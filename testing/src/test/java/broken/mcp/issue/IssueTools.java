package broken.mcp.issue;

/** Tools the pages know. */
public record IssueTools() {}
