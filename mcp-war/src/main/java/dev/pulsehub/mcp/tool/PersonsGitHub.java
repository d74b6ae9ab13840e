package dev.pulsehub.mcp.tool;

import dev.pulsehub.core.access.Asker;
import dev.pulsehub.core.access.GitHubGrants;
import dev.pulsehub.core.access.SingleUser;
import dev.pulsehub.core.github.PeoplesGitHub;
import dev.pulsehub.core.github.PersonalGitHub;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * GitHub as the person who asks, with their own token. In single-user mode the one token there is acts for its owner.
 * Nobody's token stands in for another person's: a private repository would be shown to anybody.
 */
@ApplicationScoped
public class PersonsGitHub {

    @Inject
    private GitHubGrants grants;

    @Inject
    private PeoplesGitHub github;

    @Inject
    private SingleUser singleUser;

    /** Empty when the person's own token is not known. */
    Optional<PersonalGitHub> of(Asker asker) {
        return grants.find(asker.personId())
                .map(GitHubGrants.Held::token)
                .or(() -> singleUser.tokenOf(asker.personId()))
                .map(github::as);
    }
}
