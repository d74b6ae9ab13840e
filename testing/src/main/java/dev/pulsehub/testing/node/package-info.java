/** Programs of others, from npm, that judge what we serve. */
@NullMarked
package dev.pulsehub.testing.node;

import org.jspecify.annotations.NullMarked;
