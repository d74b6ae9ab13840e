/** The way of assistants through web to the MCP service. Knows no tool. */
@NullMarked
package dev.pulsehub.web.assistant;

import org.jspecify.annotations.NullMarked;
