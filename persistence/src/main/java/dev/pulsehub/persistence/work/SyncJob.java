package dev.pulsehub.persistence.work;

/**
 * A claimed job. It is the worker's until the claim expires; whoever hands it back late is told that it is lost.
 *
 * @param attempts how often it was claimed since it last succeeded, this time included
 * @param worker who holds the claim
 */
public record SyncJob(long id, SyncSubject subject, int attempts, String worker) {}
