package dev.pulsehub.web.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started: the schema is there, which it is only after it was migrated. */
@Startup
@ApplicationScoped
public class StartedCheck implements HealthCheck {

    @Inject
    private Database database;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("started").status(database.isHealthy()).build();
    }
}
