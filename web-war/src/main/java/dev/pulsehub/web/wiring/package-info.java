/** Builds the plain objects of the product from container resources, once. Decides nothing. */
@NullMarked
package dev.pulsehub.web.wiring;

import org.jspecify.annotations.NullMarked;
