/** Whether the process can answer. */
@NullMarked
package dev.pulsehub.mcp.health;

import org.jspecify.annotations.NullMarked;
