/** Requests in the log. Knows no feature. */
@NullMarked
package dev.pulsehub.web.log;

import org.jspecify.annotations.NullMarked;
