package dev.pulsehub.core.ingest;

import dev.pulsehub.core.github.WebhookPayload;
import dev.pulsehub.persistence.grant.GrantStore;
import dev.pulsehub.persistence.grant.VisibleStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/**
 * What deliveries tell of who may see what. A loss that a payload names takes effect with it; about everything else
 * GitHub is asked before anything more is shown to those it may concern.
 */
final class AccessNews {

    private final GrantStore grants = new GrantStore();
    private final VisibleStore visible = new VisibleStore();

    /** Idempotent. False when the delivery tells nothing of the kind. */
    boolean apply(Connection connection, String event, WebhookPayload payload) throws SQLException {
        switch (event) {
            case "organization" -> organization(connection, payload);
            case "member" -> member(connection, payload);
            case "membership" -> askAgain(connection, payload.memberId());
            case "team", "repository" -> {
                if (payload.repoId() != 0) {
                    grants.askAgainAboutRepo(connection, payload.repoId());
                } else {
                    grants.askAgainAboutOrganization(connection, payload.organizationId());
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void organization(Connection connection, WebhookPayload payload) throws SQLException {
        OptionalLong member = payload.memberId();
        if (member.isEmpty()) {
            grants.askAgainAboutOrganization(connection, payload.organizationId());
            return;
        }
        if (payload.action().equals("member_removed")) {
            visible.loseMembership(connection, member.getAsLong(), payload.organizationId());
        }
        askAgain(connection, member);
    }

    /** Who is no collaborator any more may still see the repository as a member: GitHub will say. */
    private void member(Connection connection, WebhookPayload payload) throws SQLException {
        if (payload.action().equals("removed") && payload.memberId().isPresent()) {
            visible.loseRepo(connection, payload.memberId().getAsLong(), payload.repoId());
        }
        askAgain(connection, payload.memberId());
    }

    private void askAgain(Connection connection, OptionalLong person) throws SQLException {
        if (person.isPresent()) {
            grants.askAgain(connection, List.of(person.getAsLong()));
        }
    }
}
