package dev.pulsehub.simulator.world;

import java.time.Instant;

/** Somebody likes a repository. */
public record Star(Account account, Instant at) {}
