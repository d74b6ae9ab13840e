package dev.pulsehub.core.ingest;

import dev.pulsehub.core.github.Payloads.Actor;
import dev.pulsehub.core.github.Payloads.DeploymentPayload;
import dev.pulsehub.core.github.Payloads.DeploymentStatus;
import dev.pulsehub.core.github.Payloads.ReleasePayload;
import dev.pulsehub.persistence.deployment.StoredDeployment;
import dev.pulsehub.persistence.deployment.StoredRelease;
import dev.pulsehub.persistence.repo.TrackedRepo;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Deployments and releases as rows. */
final class Deployments {

    private static final Set<String> ENDS = Set.of("success", "failure", "error");
    private static final List<String> STEPS = List.of("waiting", "queued", "pending", "in_progress");

    private Deployments() {}

    static StoredDeployment row(TrackedRepo repo, DeploymentPayload deployment) {
        DeploymentStatus outcome = outcome(deployment);
        return new StoredDeployment(
                repo.organizationId(),
                deployment.id(),
                repo.githubId(),
                deployment.environment(),
                deployment.sha(),
                deployment.ref().orElse(null),
                deployment.creator().map(Actor::id).orElse(null),
                outcome.state(),
                deployment.createdAt(),
                finishedAt(outcome),
                deployment.updatedAt());
    }

    private static @Nullable Instant finishedAt(DeploymentStatus outcome) {
        return ENDS.contains(outcome.state()) ? outcome.at() : null;
    }

    /**
     * The last status. One that says inactive tells of the next deployment and not of this one; of several in one
     * second the one that is further on.
     */
    private static DeploymentStatus outcome(DeploymentPayload deployment) {
        Comparator<DeploymentStatus> order = Comparator.comparing(DeploymentStatus::at)
                .thenComparing(status -> ENDS.contains(status.state()))
                .thenComparing(status -> STEPS.indexOf(status.state()))
                .thenComparing(DeploymentStatus::state);
        return deployment.statuses().stream()
                .filter(status -> !status.state().equals("inactive"))
                .max(order)
                .or(() -> deployment.statuses().stream().findFirst())
                .orElseGet(() -> new DeploymentStatus("pending", deployment.createdAt()));
    }

    static StoredRelease row(TrackedRepo repo, ReleasePayload release) {
        return new StoredRelease(
                repo.organizationId(),
                release.id(),
                repo.githubId(),
                release.tag(),
                release.name().orElse(null),
                release.sha().orElse(null),
                release.draft(),
                release.prerelease(),
                release.createdAt(),
                release.publishedAt().orElse(null));
    }
}
