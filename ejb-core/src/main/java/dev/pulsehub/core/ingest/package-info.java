/** Turns what GitHub says, by page or by webhook, into rows, facts and counters; the only writer of GitHub's things. */
@NullMarked
package dev.pulsehub.core.ingest;

import org.jspecify.annotations.NullMarked;
