/** The page about issues. Knows no SQL. */
@NullMarked
package dev.pulsehub.web.issue;

import org.jspecify.annotations.NullMarked;
