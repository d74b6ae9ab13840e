package dev.pulsehub.web.health;

import dev.pulsehub.web.sync.Heartbeats;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/**
 * Live: the process answers and its timers fire. Never depends on the database, which a restart would not mend; a timer
 * that the container gave up is mended by nothing else.
 */
@Liveness
@ApplicationScoped
public class LiveCheck implements HealthCheck {

    @Inject
    private Heartbeats heartbeats;

    @Override
    public HealthCheckResponse call() {
        List<String> silent = heartbeats.silent();
        HealthCheckResponseBuilder answer = HealthCheckResponse.named("live").status(silent.isEmpty());
        return silent.isEmpty()
                ? answer.build()
                : answer.withData("silent timers", String.join(", ", silent)).build();
    }
}
