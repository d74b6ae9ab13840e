package dev.pulsehub.mcp.tool;

import dev.pulsehub.core.access.Asker;
import io.modelcontextprotocol.spec.McpSchema;

/** Something an assistant can ask. */
interface PulseTool {

    /** Name, words and shapes, as the assistant reads them. */
    McpSchema.Tool definition();

    /**
     * Answers one call.
     *
     * @throws NoAnswer when there is none; its message is for the assistant
     */
    Answer answer(Asker asker, Arguments arguments);
}
