/** How far each repository is synchronised. Knows nothing of GitHub's API. */
@NullMarked
package dev.pulsehub.persistence.sync;

import org.jspecify.annotations.NullMarked;
