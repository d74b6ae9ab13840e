package dev.pulsehub.web.health;

import dev.pulsehub.web.lifecycle.Draining;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready: the database answers, and the process is not coming to its end. */
@Readiness
@ApplicationScoped
public class ReadyCheck implements HealthCheck {

    @Inject
    private Database database;

    @Inject
    private Draining draining;

    @Override
    public HealthCheckResponse call() {
        boolean stopping = draining.isDraining();
        boolean answers = !stopping && database.isHealthy();
        return HealthCheckResponse.named("ready")
                .status(answers)
                .withData("database", answers ? "healthy" : "unknown")
                .withData("draining", stopping)
                .build();
    }
}
