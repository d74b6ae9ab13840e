/** Decides what is asked of GitHub and when, and remembers how far it came. Writes rows through ingest only. */
@NullMarked
package dev.pulsehub.core.sync;

import org.jspecify.annotations.NullMarked;
