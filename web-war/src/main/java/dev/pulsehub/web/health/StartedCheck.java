package dev.pulsehub.web.health;

import dev.pulsehub.web.wiring.Beans;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Startup;

/** Started: the persistence unit is open, which it is only after the schema was migrated. */
@Startup
@ApplicationScoped
public class StartedCheck implements HealthCheck {

    @Inject
    private Beans beans;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("started").status(beans.unitIsOpen()).build();
    }
}
