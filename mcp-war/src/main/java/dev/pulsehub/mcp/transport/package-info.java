/** The protocol's HTTP side: who asks is settled here. Knows no tool. */
@NullMarked
package dev.pulsehub.mcp.transport;

import org.jspecify.annotations.NullMarked;
