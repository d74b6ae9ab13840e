/** The pages about pull requests. Knows no SQL. */
@NullMarked
package dev.pulsehub.web.pullrequest;

import org.jspecify.annotations.NullMarked;
