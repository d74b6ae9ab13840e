/** The simulator's HTTP servers, limits, counters, faults, webhooks and the admin API. */
@NullMarked
package dev.pulsehub.simulator.http;

import org.jspecify.annotations.NullMarked;
