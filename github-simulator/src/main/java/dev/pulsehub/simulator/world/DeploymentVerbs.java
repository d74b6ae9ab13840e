package dev.pulsehub.simulator.world;

import java.util.List;
import java.util.Optional;

/** Deployments and what becomes of them. */
public final class DeploymentVerbs {

    private static final List<String> STATES =
            List.of("queued", "pending", "in_progress", "success", "failure", "error", "inactive");

    private final Moment moment;

    DeploymentVerbs(Moment moment) {
        this.moment = moment;
    }

    public Deployment create(Repo repo, Account by, Deployment.What what) {
        Deployment deployment = new Deployment(moment.nextId(), repo, what, Optional.of(by), moment.now());
        repo.add(deployment);
        moment.tell(new Change.DeploymentCreated(deployment, by));
        return deployment;
    }

    /** Its next state; a success makes the environment's earlier ones inactive, as GitHub does. */
    public Deployment.Status become(Deployment deployment, Account by, String state) {
        if (!STATES.contains(state)) {
            throw new NotPossible("A deployment is one of " + STATES + ", not " + state);
        }
        if (state.equals("success")) {
            deployment.repo().deployments().stream()
                    .filter(other -> other.environment().equals(deployment.environment()))
                    .filter(other -> !other.equals(deployment) && other.state().equals("success"))
                    .forEach(other -> add(other, by, "inactive"));
        }
        return add(deployment, by, state);
    }

    private Deployment.Status add(Deployment deployment, Account by, String state) {
        Deployment.Status status = new Deployment.Status(moment.nextId(), state, Optional.of(by), moment.now());
        deployment.add(status);
        moment.tell(new Change.DeploymentStatusCreated(deployment, status, by));
        return status;
    }

    /** Deploys again what ran before the environment's last successful deployment. */
    public Deployment rollBack(Repo repo, Account by, String environment) {
        List<Deployment> done = repo.deployments().stream()
                .filter(one -> one.environment().equals(environment))
                .filter(one -> one.statuses().stream()
                        .anyMatch(status -> status.state().equals("success")))
                .toList();
        if (done.size() < 2) {
            throw new NotPossible("Nothing ran in " + environment + " before");
        }
        Deployment earlier = done.get(done.size() - 2);
        return create(repo, by, new Deployment.What(earlier.ref(), earlier.sha(), environment, Optional.empty()));
    }
}
