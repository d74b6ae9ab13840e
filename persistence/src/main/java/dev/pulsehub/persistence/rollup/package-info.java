/** Counters by repository and day, recomputed from the rows. Knows nothing of how rows come. */
@NullMarked
package dev.pulsehub.persistence.rollup;

import org.jspecify.annotations.NullMarked;
