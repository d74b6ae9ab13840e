package dev.pulsehub.web.health;

import dev.pulsehub.core.config.PulseConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The services behind this one, each with its health. */
@ApplicationScoped
public class Services {

    private final @Nullable NeighbourHealth mcp;
    private final @Nullable NeighbourHealth superset;

    /** For the container's stand-in only. */
    protected Services() {
        mcp = null;
        superset = null;
    }

    @Inject
    public Services(PulseConfig config, Clock clock) {
        mcp = new NeighbourHealth(config.mcpUrl().map(url -> URI.create(url + "/mcp/health")), clock);
        superset =
                new NeighbourHealth(config.supersetUrl().map(url -> URI.create(url + "/api/superset/health")), clock);
    }

    NeighbourHealth.State mcp() {
        return state(mcp);
    }

    NeighbourHealth.State superset() {
        return state(superset);
    }

    private static NeighbourHealth.State state(@Nullable NeighbourHealth health) {
        if (health == null) {
            throw new IllegalStateException("the container's stand-in has no services");
        }
        return health.state();
    }
}
