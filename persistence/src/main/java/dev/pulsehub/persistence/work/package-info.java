/**
 * Work that several processes share: leases, jobs, webhook deliveries, change notices. All moments are the database's,
 * so that the clocks of two machines never disagree about a claim. Knows neither GitHub nor what the work is.
 */
@NullMarked
package dev.pulsehub.persistence.work;

import org.jspecify.annotations.NullMarked;
