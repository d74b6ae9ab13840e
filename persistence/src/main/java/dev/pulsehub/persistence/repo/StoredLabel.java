package dev.pulsehub.persistence.repo;

/** A label of a repository. */
public record StoredLabel(long organizationId, long repoId, String name, String color) {}
