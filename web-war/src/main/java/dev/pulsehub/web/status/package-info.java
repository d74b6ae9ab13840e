/** The page that says what is synchronised. Knows no SQL and changes nothing. */
@NullMarked
package dev.pulsehub.web.status;

import org.jspecify.annotations.NullMarked;
