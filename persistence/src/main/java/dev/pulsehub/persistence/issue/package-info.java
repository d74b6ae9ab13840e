/** Issues, and the comments and events they share with pull requests. Knows no formula. */
@NullMarked
package dev.pulsehub.persistence.issue;

import org.jspecify.annotations.NullMarked;
