/**
 * What the environment says, read once and checked as a whole before anything starts.
 * {@link dev.pulsehub.core.config.Variable} is the catalogue. Knows no other package.
 */
@NullMarked
package dev.pulsehub.core.config;

import org.jspecify.annotations.NullMarked;
