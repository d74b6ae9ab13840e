package dev.pulsehub.simulator.graphql;

import dev.pulsehub.simulator.world.Deployment;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Deployments, their statuses, and releases. */
final class DeploymentFields {

    private DeploymentFields() {}

    static void add(Ground ground) {
        ground.fields()
                .of("Deployment", Deployment.class)
                .put("id", deployment -> new NodeId("Deployment", deployment.id()).encoded())
                .put("databaseId", Deployment::id)
                .put("repository", Deployment::repo)
                .put("environment", Deployment::environment)
                .put("originalEnvironment", Deployment::environment)
                .put("latestEnvironment", Deployment::environment)
                .put("task", deployment -> "deploy")
                .put("description", deployment -> "")
                .put("payload", deployment -> "")
                .put("creator", deployment -> deployment.creator().orElse(Ground.GHOST))
                .put("state", DeploymentFields::state)
                .put("commitOid", Deployment::sha)
                .put("commit", deployment -> CommitFields.commit(deployment.repo(), deployment.sha()))
                .put("ref", DeploymentFields::ref)
                .put("createdAt", Deployment::createdAt)
                .put("updatedAt", Deployment::updatedAt)
                .put("latestStatus", deployment -> statuses(deployment).stream().findFirst())
                .ask("statuses", (deployment, environment) -> Lists.listed(environment, statuses(deployment)));
        ground.fields()
                .of("DeploymentStatus", Part.StatusOf.class)
                .put("id", of -> new NodeId("DeploymentStatus", of.status().id()).encoded())
                .put("state", of -> of.status().state().toUpperCase(Locale.ROOT))
                .put("creator", of -> of.status().creator().orElse(Ground.GHOST))
                .put("description", of -> "")
                .put("environment", of -> of.deployment().environment())
                .put("deployment", Part.StatusOf::deployment)
                .put("createdAt", of -> of.status().createdAt())
                .put("updatedAt", of -> of.status().createdAt())
                .put(
                        "logUrl",
                        of -> of.deployment()
                                .run()
                                .map(run -> ground.webUrl() + Ground.path(run.repo()) + "/actions/runs/" + run.id()));
        releases(ground);
    }

    private static void releases(Ground ground) {
        ground.addressed(
                        ground.fields().of("Release", Part.ReleaseIn.class),
                        in -> Ground.path(in.repo()) + "/releases/tag/"
                                + in.release().tag())
                .put("id", in -> new NodeId("Release", in.release().id()).encoded())
                .put("databaseId", in -> in.release().id())
                .put("repository", Part.ReleaseIn::repo)
                .put("name", in -> in.release().name())
                .put("tagName", in -> in.release().tag())
                .put("description", in -> in.release().body())
                .put("isDraft", in -> in.release().draft())
                .put("isPrerelease", in -> in.release().prerelease())
                .put("isLatest", DeploymentFields::isLatest)
                .put("author", in -> in.release().author())
                .put("createdAt", in -> in.release().createdAt())
                .put(
                        "updatedAt",
                        in -> in.release().publishedAt().orElse(in.release().createdAt()))
                .put("publishedAt", in -> in.release().publishedAt())
                .put(
                        "tag",
                        in -> sha(in).map(sha -> new Part.RefIn(
                                in.repo(), "refs/tags/", in.release().tag(), sha)))
                .put("tagCommit", in -> sha(in).map(sha -> CommitFields.commit(in.repo(), sha)))
                .ask("releaseAssets", (in, environment) -> Lists.listed(environment, List.of()));
    }

    private static Optional<String> sha(Part.ReleaseIn in) {
        return Optional.ofNullable(in.repo().tags().get(in.release().tag()));
    }

    private static boolean isLatest(Part.ReleaseIn in) {
        return in.repo().releases().stream()
                .filter(release -> !release.draft() && !release.prerelease())
                .max(java.util.Comparator.comparing(release -> release.createdAt()))
                .filter(release -> release.id() == in.release().id())
                .isPresent();
    }

    /** A deployment that went well is ACTIVE, until another one makes it inactive. */
    private static String state(Deployment deployment) {
        return deployment.state().equals("success")
                ? "ACTIVE"
                : deployment.state().toUpperCase(Locale.ROOT);
    }

    /** The branch or tag it was made from, where it still is one. */
    private static Optional<Part.RefIn> ref(Deployment deployment) {
        String name = deployment.ref();
        return Optional.ofNullable(deployment.repo().branches().get(name))
                .map(sha -> new Part.RefIn(deployment.repo(), "refs/heads/", name, sha))
                .or(() -> Optional.ofNullable(deployment.repo().tags().get(name))
                        .map(sha -> new Part.RefIn(deployment.repo(), "refs/tags/", name, sha)));
    }

    /** Newest first. */
    private static List<Part.StatusOf> statuses(Deployment deployment) {
        return deployment.statuses().reversed().stream()
                .map(status -> new Part.StatusOf(deployment, status))
                .toList();
    }
}
