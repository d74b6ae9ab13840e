/** The demo organisation: 18 months of believable work, the same for the same seed and start day. */
@NullMarked
package dev.pulsehub.simulator.demo;

import org.jspecify.annotations.NullMarked;
