package dev.pulsehub.mcp.tool;

import dev.pulsehub.core.access.Asker;
import dev.pulsehub.core.config.McpConfig;
import dev.pulsehub.core.config.Secret;
import dev.pulsehub.core.github.PersonalGitHub;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * GitHub as the person who asks: in single-user mode with the one token there is. Elsewhere nobody's token stands in
 * for a person's: a private repository would be shown to anybody.
 */
@ApplicationScoped
public class PersonsGitHub {

    private final @Nullable PersonalGitHub single;

    /** For the container's stand-in only. */
    protected PersonsGitHub() {
        single = null;
    }

    @Inject
    public PersonsGitHub(McpConfig config, Clock clock) {
        Optional<Secret> token = config.gitHubToken();
        single = config.singleUser() && token.isPresent()
                ? new PersonalGitHub(config.gitHubApi(), token.get().value(), clock)
                : null;
    }

    /** Empty when the person's own token is not known. */
    Optional<PersonalGitHub> of(Asker asker) {
        return asker.personId() > 0 ? Optional.ofNullable(single) : Optional.empty();
    }
}
