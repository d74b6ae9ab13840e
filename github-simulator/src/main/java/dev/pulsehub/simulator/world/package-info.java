/**
 * The truth the simulator serves: accounts, repositories and everything in them, changed only through
 * {@link dev.pulsehub.simulator.world.World}. Knows neither HTTP nor JSON.
 */
@NullMarked
package dev.pulsehub.simulator.world;

import org.jspecify.annotations.NullMarked;
