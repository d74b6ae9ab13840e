package dev.pulsehub.simulator.world;

/** A kind of issue an organization defines; {@code color} is one of GitHub's lower-case names. */
public record IssueType(long id, String name, String description, String color) {}
