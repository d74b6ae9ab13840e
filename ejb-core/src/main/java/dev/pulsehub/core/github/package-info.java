/** The port to GitHub, its HTTP adapter and the records of what GitHub says. Knows no database. */
@NullMarked
package dev.pulsehub.core.github;

import org.jspecify.annotations.NullMarked;
