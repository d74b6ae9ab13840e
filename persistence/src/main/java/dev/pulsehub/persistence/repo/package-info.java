/** Repositories, their labels and milestones, and who may see them. Knows nothing of what happens inside. */
@NullMarked
package dev.pulsehub.persistence.repo;

import org.jspecify.annotations.NullMarked;
