package dev.pulsehub.mcp.tool;

import dev.pulsehub.core.config.McpConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Where GitHub shows things. */
@ApplicationScoped
public class Links {

    private final @Nullable String gitHub;

    /** For the container's stand-in only. */
    protected Links() {
        gitHub = null;
    }

    @Inject
    public Links(McpConfig config) {
        gitHub = config.gitHubWeb().toString();
    }

    String gitHub() {
        return gitHub == null ? "" : gitHub;
    }

    <T> RepoLists.Kind<T> in(RepoLists.Kind<T> kind) {
        return new RepoLists.Kind<>(
                kind.things(),
                kind.columns(),
                kind.names(),
                kind.place(),
                kind.link().replace("{github}", gitHub()));
    }
}
