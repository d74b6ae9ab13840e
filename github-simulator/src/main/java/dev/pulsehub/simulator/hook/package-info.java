/** Webhooks: who hears of what, what was sent and how it was answered, and what goes wrong on the way on demand. */
@NullMarked
package dev.pulsehub.simulator.hook;

import org.jspecify.annotations.NullMarked;
