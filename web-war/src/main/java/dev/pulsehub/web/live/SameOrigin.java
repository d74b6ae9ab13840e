package dev.pulsehub.web.live;

import dev.pulsehub.core.config.PulseConfig;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.server.ServerEndpointConfig;

/** Only pages of ours may open a line: other sites' pages would bring the visitor's cookie along. */
public class SameOrigin extends ServerEndpointConfig.Configurator {

    @Override
    public boolean checkOrigin(String origin) {
        return CDI.current()
                .select(PulseConfig.class)
                .get()
                .authUrl()
                .toString()
                .equals(origin);
    }
}
