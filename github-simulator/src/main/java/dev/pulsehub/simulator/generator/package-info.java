/** Worlds of any size, every number of them exact; the same for the same seed and last moment. */
@NullMarked
package dev.pulsehub.simulator.generator;

import org.jspecify.annotations.NullMarked;
