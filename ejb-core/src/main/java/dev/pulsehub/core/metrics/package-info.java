/** The formulas of the flow metrics, pure: no database, no clock, no container. */
@NullMarked
package dev.pulsehub.core.metrics;

import org.jspecify.annotations.NullMarked;
