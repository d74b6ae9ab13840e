package dev.pulsehub.simulator.graphql;

import java.time.Instant;

/** GraphQL's own hourly limit of one token, as the running query sees it; {@code cost} is this query's. */
public record RateLimitState(int cost, int limit, int remaining, int used, long nodeCount, Instant resetAt) {}
