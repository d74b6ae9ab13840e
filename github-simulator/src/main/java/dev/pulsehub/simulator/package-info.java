/**
 * A GitHub that can be changed, counted and broken: for the demo, the tests and the benchmarks. Knows no product code.
 */
@NullMarked
package dev.pulsehub.simulator;

import org.jspecify.annotations.NullMarked;
