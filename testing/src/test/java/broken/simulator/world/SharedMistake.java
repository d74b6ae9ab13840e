package broken.simulator.world;

import broken.core.github.IssuePayload;

/** A simulator that reads what the client writes. */
public record SharedMistake(IssuePayload payload) {}
