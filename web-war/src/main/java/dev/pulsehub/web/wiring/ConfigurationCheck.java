package dev.pulsehub.web.wiring;

import dev.pulsehub.core.config.OrEnd;
import dev.pulsehub.core.config.PulseConfig;
import dev.pulsehub.core.log.LogOutput;
import dev.pulsehub.persistence.schema.StartCheck;

/** The first that runs of the application: no migration under a wrong configuration. */
public final class ConfigurationCheck implements StartCheck {

    @Override
    public void endUnlessSound() {
        LogOutput.apply(OrEnd.configuration(PulseConfig::from).log());
    }
}
