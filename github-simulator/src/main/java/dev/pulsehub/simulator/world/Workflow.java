package dev.pulsehub.simulator.world;

/** A workflow of GitHub Actions. */
public record Workflow(long id, String name, String path) {}
