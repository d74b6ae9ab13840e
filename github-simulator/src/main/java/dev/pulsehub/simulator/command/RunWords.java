package dev.pulsehub.simulator.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.world.Deployment;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Run;
import dev.pulsehub.simulator.world.RunVerbs;
import java.util.List;
import java.util.Optional;

/** Verbs of workflow runs and deployments. */
final class RunWords {

    private RunWords() {}

    static ObjectNode runs(Repo repo, Asked asked) {
        RunVerbs verbs = asked.verbs().runs();
        if (asked.path().isEmpty()) {
            return Words.id(start(repo, verbs, asked).id());
        }
        Run run = Asked.run(repo, asked.part(0));
        switch (asked.part(1)) {
            case "complete" -> verbs.complete(run, asked.text("conclusion").orElse("success"));
            case "cancel" -> verbs.cancel(run);
            case "rerun" -> verbs.rerun(run, asked.actor());
            case "rerun-failed" -> verbs.rerunFailed(run, asked.actor());
            case "delete" -> verbs.delete(run);
            default -> throw Words.noVerb(asked.part(1));
        }
        return Words.id(run.id());
    }

    private static Run start(Repo repo, RunVerbs verbs, Asked asked) {
        String branch = asked.text("branch").orElse(repo.profile().defaultBranch());
        Run.Trigger trigger = new Run.Trigger(
                asked.text("event").orElse("push"),
                branch,
                asked.text("sha").orElseGet(() -> Asked.sha(repo.fullName() + " run " + asked.at())),
                Optional.of(asked.actor()),
                asked.text("title").orElse(branch));
        List<String> jobs = asked.list("jobs");
        return verbs.start(
                repo,
                verbs.workflow(repo, asked.text("workflow").orElse("CI")),
                trigger,
                jobs.isEmpty() ? List.of("build", "test") : jobs);
    }

    static ObjectNode deployments(Repo repo, Asked asked) {
        if (asked.path().isEmpty()) {
            return deploy(repo, asked);
        }
        Deployment deployment = Asked.number(asked.part(0))
                .flatMap(repo::deployment)
                .orElseThrow(() -> new NoSuchThing("No deployment " + asked.part(0)));
        if (!asked.part(1).equals("status")) {
            throw Words.noVerb(asked.part(1));
        }
        return Words.id(asked.verbs()
                .deployments()
                .become(deployment, asked.actor(), asked.required("state"))
                .id());
    }

    /** Deploys the newest commit or {@code sha}; with {@code rollback} what ran before. {@code state} is its first. */
    private static ObjectNode deploy(Repo repo, Asked asked) {
        String environment = asked.text("environment").orElse("production");
        Deployment deployment;
        if (asked.is("rollback", false)) {
            deployment = asked.verbs().deployments().rollBack(repo, asked.actor(), environment);
        } else {
            String newest = repo.commits().isEmpty()
                    ? Asked.sha(repo.fullName())
                    : repo.commits().getLast().sha();
            Optional<Run> run = asked.body().hasNonNull("run")
                    ? Optional.of(Asked.run(repo, asked.required("run")))
                    : Optional.empty();
            deployment = asked.verbs()
                    .deployments()
                    .create(
                            repo,
                            asked.actor(),
                            new Deployment.What(
                                    asked.text("ref").orElse(repo.profile().defaultBranch()),
                                    asked.text("sha").orElse(newest),
                                    environment,
                                    run));
        }
        asked.text("state").ifPresent(state -> asked.verbs().deployments().become(deployment, asked.actor(), state));
        return Words.id(deployment.id());
    }
}
