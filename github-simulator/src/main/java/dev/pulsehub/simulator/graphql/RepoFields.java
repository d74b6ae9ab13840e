package dev.pulsehub.simulator.graphql;

import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Deployment;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Permissions.Right;
import dev.pulsehub.simulator.world.Release;
import dev.pulsehub.simulator.world.Repo;
import graphql.schema.DataFetchingEnvironment;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Repositories: what they say of themselves, and the lists in them. */
final class RepoFields {

    private final Ground ground;

    private RepoFields(Ground ground) {
        this.ground = ground;
    }

    private record Language(String name) {}

    static void add(Ground ground) {
        RepoFields repos = new RepoFields(ground);
        Fields.OfType<Repo> type = ground.addressed(ground.fields().of("Repository", Repo.class), Ground::path);
        repos.itself(type);
        repos.settings(type);
        repos.lists(type);
        ground.fields()
                .of("Language", Language.class)
                .put("name", Language::name)
                .put("id", language -> new NodeId("Language", language.name().hashCode()).encoded())
                .put("color", language -> null);
    }

    private void itself(Fields.OfType<Repo> type) {
        type.put("id", repo -> new NodeId("Repository", repo.id()).encoded())
                .put("databaseId", Repo::id)
                .put("name", Repo::name)
                .put("nameWithOwner", Repo::fullName)
                .put("owner", Repo::owner)
                .put("description", repo -> repo.profile().description())
                .put("visibility", RepoFields::visibility)
                .put("isPrivate", repo -> repo.profile().isPrivate())
                .put("isArchived", repo -> repo.profile().isArchived())
                .put("isFork", repo -> repo.profile().isFork())
                .put("isInOrganization", repo -> repo.owner().isOrganization())
                .put("isEmpty", repo -> repo.commits().isEmpty())
                .put("stargazerCount", repo -> repo.profile().stars())
                .put("forkCount", repo -> repo.profile().forks())
                .put("createdAt", Repo::createdAt)
                .put("updatedAt", Repo::updatedAt)
                .put("pushedAt", Repo::pushedAt)
                .put("homepageUrl", repo -> null)
                .put("mirrorUrl", repo -> null)
                .put("licenseInfo", repo -> null)
                .put("parent", repo -> null)
                .put("primaryLanguage", repo -> repo.profile().language().map(Language::new))
                .ask(
                        "languages",
                        (repo, environment) -> Lists.listed(
                                environment,
                                repo.profile().language().map(Language::new).stream()
                                        .toList()))
                .ask(
                        "viewerPermission",
                        (repo, environment) -> ground.right(environment, repo).map(RepoFields::permission))
                .ask(
                        "viewerCanAdminister",
                        (repo, environment) -> ground.right(environment, repo)
                                .filter(Right.ADMIN::equals)
                                .isPresent());
    }

    /** What is the same for every repository here. */
    private static void settings(Fields.OfType<Repo> type) {
        for (String on : List.of(
                "hasIssuesEnabled",
                "hasProjectsEnabled",
                "hasWikiEnabled",
                "forkingAllowed",
                "mergeCommitAllowed",
                "squashMergeAllowed",
                "rebaseMergeAllowed")) {
            type.put(on, repo -> true);
        }
        for (String off : List.of(
                "hasDiscussionsEnabled",
                "isDisabled",
                "isLocked",
                "isMirror",
                "isTemplate",
                "autoMergeAllowed",
                "deleteBranchOnMerge",
                "webCommitSignoffRequired")) {
            type.put(off, repo -> false);
        }
    }

    private void lists(Fields.OfType<Repo> type) {
        type.ask("issues", IssueFields::listOf)
                .ask("pullRequests", PullFields::listOf)
                .ask("issue", (repo, environment) -> numbered(repo.issue(number(environment)), "an Issue", environment))
                .ask(
                        "pullRequest",
                        (repo, environment) -> numbered(repo.pull(number(environment)), "a PullRequest", environment))
                .ask(
                        "issueOrPullRequest",
                        (repo, environment) ->
                                numbered(repo.item(number(environment)), "an issue or pull request", environment))
                .ask("labels", PlanFields::labelsOf)
                .ask(
                        "label",
                        (repo, environment) -> repo.labels().stream()
                                .filter(label -> Lists.text(environment, "name")
                                        .filter(label.name()::equalsIgnoreCase)
                                        .isPresent())
                                .findFirst()
                                .map(label -> new Part.LabelIn(repo, label)))
                .ask("milestones", PlanFields::milestonesOf)
                .ask(
                        "milestone",
                        (repo, environment) -> repo.milestones().stream()
                                .filter(milestone -> milestone.number() == number(environment))
                                .findFirst()
                                .map(milestone -> new Part.MilestoneIn(repo, milestone)))
                .ask("releases", this::releases)
                .put(
                        "latestRelease",
                        repo -> repo.releases().stream()
                                .filter(release -> !release.draft() && !release.prerelease())
                                .max(Comparator.comparing(Release::createdAt))
                                .map(release -> new Part.ReleaseIn(repo, release)))
                .ask(
                        "release",
                        (repo, environment) -> repo.releases().stream()
                                .filter(release -> Lists.text(environment, "tagName")
                                        .filter(release.tag()::equals)
                                        .isPresent())
                                .findFirst()
                                .map(release -> new Part.ReleaseIn(repo, release)))
                .ask("deployments", RepoFields::deployments)
                .ask(
                        "stargazers",
                        (repo, environment) -> Lists.listed(
                                        environment,
                                        repo.stars().stream()
                                                .map(star -> star.account())
                                                .toList())
                                .with(
                                        "starredAt",
                                        account -> repo.stars().stream()
                                                .filter(star -> star.account().equals(account))
                                                .map(star -> star.at())
                                                .findFirst()
                                                .orElse(null)))
                .ask(
                        "collaborators",
                        (repo, environment) -> Lists.listed(
                                        environment,
                                        ground.world().accounts().stream()
                                                .filter(account -> !account.isOrganization())
                                                .filter(account -> ground.world()
                                                        .permissions()
                                                        .relation(account, repo)
                                                        .isPresent())
                                                .toList())
                                .with(
                                        "permission",
                                        account -> ground.world()
                                                .permissions()
                                                .of((Account) account, repo)
                                                .map(RepoFields::permission)
                                                .orElse(null)))
                .ask(
                        "assignableUsers",
                        (repo, environment) -> Lists.listed(
                                environment,
                                ground.world().accounts().stream()
                                        .filter(account -> account.type().equals("User"))
                                        .filter(account -> ground.world()
                                                .permissions()
                                                .relation(account, repo)
                                                .isPresent())
                                        .toList()));
    }

    private static <T extends Item> T numbered(Optional<T> item, String what, DataFetchingEnvironment environment) {
        return item.orElseThrow(() -> new QueryRefused(
                "Could not resolve to " + what + " with the number of " + number(environment) + ".", "NOT_FOUND"));
    }

    private static int number(DataFetchingEnvironment environment) {
        return Ground.number(environment);
    }

    /** Newest first unless asked otherwise; drafts are for those who may push. */
    private Slice releases(Repo repo, DataFetchingEnvironment environment) {
        boolean pushes = ground.right(environment, repo)
                .filter(right -> right.compareTo(Right.PUSH) >= 0)
                .isPresent();
        List<Part.ReleaseIn> seen = repo.releases().stream()
                .filter(release -> pushes || !release.draft())
                .map(release -> new Part.ReleaseIn(repo, release))
                .toList();
        return Lists.ordered(
                environment,
                seen,
                Map.of(
                        "CREATED_AT", one -> Lists.moment(one.release().createdAt()),
                        "NAME", one -> one.release().name()),
                one -> one.release().id());
    }

    private static Slice deployments(Repo repo, DataFetchingEnvironment environment) {
        return Lists.ordered(
                environment,
                repo.deployments().stream()
                        .filter(Lists.oneOf(environment, "environments", Deployment::environment))
                        .toList(),
                Map.of("CREATED_AT", one -> Lists.moment(one.createdAt())),
                Deployment::id);
    }

    static String visibility(Repo repo) {
        return repo.profile().isPrivate() ? "PRIVATE" : "PUBLIC";
    }

    static String permission(Right right) {
        return switch (right) {
            case PULL -> "READ";
            case PUSH -> "WRITE";
            default -> right.name();
        };
    }
}
