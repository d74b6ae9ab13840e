package dev.pulsehub.core.report;

/** A repository as people write it: {@code owner/name}. */
public record RepoName(long id, String name) {}
