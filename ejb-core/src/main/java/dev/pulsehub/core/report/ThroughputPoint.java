package dev.pulsehub.core.report;

import java.time.LocalDate;

/**
 * Pull requests that came and went in one piece of time.
 *
 * @param closed closed without merge
 */
public record ThroughputPoint(LocalDate first, LocalDate last, long opened, long merged, long closed) {}
