/** What the container offers, made into the core's plain objects. */
@NullMarked
package dev.pulsehub.mcp.wiring;

import org.jspecify.annotations.NullMarked;
