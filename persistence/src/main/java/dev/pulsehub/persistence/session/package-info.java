/**
 * Signed-in browsers and programs with a token. Knows the hash of a secret, never the secret of one, and nothing of
 * HTTP.
 */
@NullMarked
package dev.pulsehub.persistence.session;

import org.jspecify.annotations.NullMarked;
