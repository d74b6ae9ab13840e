/** What assistants can ask. Knows nothing of HTTP. */
@NullMarked
package dev.pulsehub.mcp.tool;

import org.jspecify.annotations.NullMarked;
