package dev.pulsehub.persistence.grant;

import java.util.List;

/**
 * A person's GitHub token, sealed.
 *
 * @param gitHubId GitHub's id of the person
 * @param scopes what GitHub granted
 */
public record StoredGrant(long personId, long gitHubId, String login, String sealedToken, List<String> scopes) {
    public StoredGrant {
        scopes = List.copyOf(scopes);
    }
}
