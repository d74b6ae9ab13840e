/** The Overview page. Knows no SQL. */
@NullMarked
package dev.pulsehub.web.dashboard;

import org.jspecify.annotations.NullMarked;
