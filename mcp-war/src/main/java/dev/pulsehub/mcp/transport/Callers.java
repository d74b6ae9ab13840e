package dev.pulsehub.mcp.transport;

import dev.pulsehub.core.access.ApiTokens;
import dev.pulsehub.core.access.Asker;
import dev.pulsehub.core.access.Assertion;
import dev.pulsehub.core.config.McpConfig;
import dev.pulsehub.core.config.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who asks: whom web vouches for, or the holder of an API token. Nobody else, from this machine neither. */
@ApplicationScoped
public class Callers {

    private static final String ASSERTION = "Assertion ";
    private static final String BEARER = "Bearer ";

    private final @Nullable Assertion assertion;
    private final @Nullable ApiTokens tokens;
    private final Clock clock;

    /** For the container's stand-in only. */
    protected Callers() {
        assertion = null;
        tokens = null;
        clock = Clock.systemUTC();
    }

    @Inject
    public Callers(McpConfig config, ApiTokens tokens, Clock clock) {
        this.assertion = new Assertion(
                Stream.concat(Stream.of(config.authSecret()), config.previousAuthSecret().stream())
                        .map(Secret::value)
                        .toList(),
                "pulse-hub-mcp");
        this.tokens = tokens;
        this.clock = clock;
    }

    Optional<Asker> find(HttpServletRequest request) {
        String said = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        if (assertion != null && said.startsWith(ASSERTION)) {
            return assertion.verify(said.substring(ASSERTION.length()).strip(), clock.instant());
        }
        if (tokens != null && said.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return tokens.find(said.substring(BEARER.length()).strip());
        }
        return Optional.empty();
    }
}
