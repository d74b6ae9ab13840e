/** Pull requests with their reviews, commits and measured facts. Knows no formula. */
@NullMarked
package dev.pulsehub.persistence.pullrequest;

import org.jspecify.annotations.NullMarked;
