package dev.pulsehub.mcp.tool;

import dev.pulsehub.core.access.Asker;
import dev.pulsehub.core.github.GitHubRefused;
import dev.pulsehub.core.github.GitHubUnavailable;
import dev.pulsehub.persistence.connection.DatabaseFailed;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** All tools, in the order of their names, and what becomes of a call that fails. */
@ApplicationScoped
public class Tools {

    private static final System.Logger LOG = System.getLogger(Tools.class.getName());

    @Inject
    @Any
    private Instance<PulseTool> tools;

    /** The tools as the protocol's library wants them; {@code who} finds the asker of a call. */
    public List<SyncToolSpecification> specifications(Function<McpTransportContext, Asker> who) {
        return tools.stream()
                .sorted(Comparator.comparing(tool -> tool.definition().name()))
                .map(tool -> SyncToolSpecification.builder()
                        .tool(tool.definition())
                        .callHandler((context, request) -> call(tool, who.apply(context), request))
                        .build())
                .toList();
    }

    private static McpSchema.CallToolResult call(PulseTool tool, Asker asker, McpSchema.CallToolRequest request) {
        try {
            Answer answer = tool.answer(asker, Arguments.of(request.arguments()));
            return McpSchema.CallToolResult.builder()
                    .structuredContent(answer.structured())
                    .addTextContent(answer.text())
                    .isError(false)
                    .build();
        } catch (NoAnswer | GitHubRefused e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (GitHubUnavailable e) {
            return failed(e.getMessage() + " Try again after " + e.retryAt() + ".");
        } catch (DatabaseFailed e) {
            LOG.log(System.Logger.Level.WARNING, request.name() + " could not read the database", e);
            return failed("The database does not answer; try again in a moment.");
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, request.name() + " failed", e);
            return failed("Pulse-Hub failed to answer; its log says why.");
        }
    }

    private static McpSchema.CallToolResult failed(String why) {
        return McpSchema.CallToolResult.builder()
                .addTextContent(why)
                .isError(true)
                .build();
    }
}
