/** Signed-in browsers. Knows the hash of a cookie's secret, never the secret of one, and nothing of HTTP. */
@NullMarked
package dev.pulsehub.persistence.session;

import org.jspecify.annotations.NullMarked;
