package dev.pulsehub.simulator.graphql;

import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Project;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Team;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Users, bots, organizations and teams. */
final class AccountFields {

    private final Ground ground;

    private AccountFields(Ground ground) {
        this.ground = ground;
    }

    static void add(Ground ground) {
        AccountFields accounts = new AccountFields(ground);
        for (String type : List.of("User", "Bot", "Organization", "Mannequin")) {
            accounts.common(type);
        }
        accounts.users();
        accounts.organizations();
        accounts.teams();
    }

    private void common(String type) {
        ground.addressed(ground.fields().of(type, Account.class), account -> "/" + account.login())
                .put("id", account -> new NodeId(type, account.id()).encoded())
                .put("databaseId", Account::id)
                .put("login", account -> account.login().replaceAll("\\[bot]$", ""))
                .put("name", Account::name)
                .put("avatarUrl", account -> ground.webUrl() + "/avatars/u/" + account.id())
                .ask("repositories", this::repositories)
                .ask("repository", this::repository)
                .ask("projectsV2", (owner, environment) -> Lists.listed(environment, projects(environment, owner)))
                .ask("projectV2", this::project);
    }

    private void users() {
        ground.fields()
                .of("User", Account.class)
                .put("email", account -> "") // nobody here shows theirs
                .put("bio", account -> null)
                .put("company", account -> null)
                .put("location", account -> null)
                .ask("isViewer", (account, environment) -> account.equals(Ground.viewer(environment)))
                .ask(
                        "organizations",
                        (account, environment) -> Lists.listed(
                                environment,
                                ground.world().accounts().stream()
                                        .filter(Account::isOrganization)
                                        .filter(organization -> ground.world()
                                                .permissions()
                                                .role(organization, account)
                                                .isPresent())
                                        .toList()));
    }

    private void organizations() {
        ground.fields()
                .of("Organization", Account.class)
                .put("description", account -> null)
                .put("email", account -> null)
                .ask(
                        "membersWithRole",
                        (organization, environment) -> Lists.listed(
                                        environment,
                                        ground.world().permissions().membersOf(organization))
                                .with(
                                        "role",
                                        member -> capitals(ground.world()
                                                .permissions()
                                                .role(organization, (Account) member)
                                                .orElse("member"))))
                .ask(
                        "teams",
                        (organization, environment) -> Lists.listed(environment, teams(environment, organization)))
                .ask(
                        "team",
                        (organization, environment) -> teams(environment, organization).stream()
                                .filter(team -> Lists.text(environment, "slug")
                                        .filter(team.slug()::equals)
                                        .isPresent())
                                .findFirst())
                .ask("viewerIsAMember", (organization, environment) -> ground.belongs(environment, organization))
                .ask(
                        "viewerCanAdminister",
                        (organization, environment) -> ground.world()
                                .permissions()
                                .role(organization, Ground.viewer(environment))
                                .filter("admin"::equals)
                                .isPresent());
    }

    private void teams() {
        ground.addressed(
                        ground.fields().of("Team", Team.class),
                        team -> "/orgs/" + team.organization().login() + "/teams/" + team.slug())
                .put("id", team -> new NodeId("Team", team.id()).encoded())
                .put("databaseId", Team::id)
                .put("name", Team::name)
                .put("slug", Team::slug)
                .put("combinedSlug", team -> team.organization().login() + "/" + team.slug())
                .put("description", team -> "")
                .put("organization", Team::organization)
                .put("parentTeam", Team::parent)
                .put("privacy", team -> "VISIBLE")
                .put("createdAt", Team::createdAt)
                .put("updatedAt", Team::createdAt)
                .ask(
                        "members",
                        (team, environment) -> Lists.listed(
                                        environment, List.copyOf(team.members().keySet()))
                                .with("role", member -> capitals(team.members().get(member))))
                .ask(
                        "repositories",
                        (team, environment) -> Lists.listed(
                                        environment,
                                        ground.world().repos().stream()
                                                .filter(repo -> team.repos().containsKey(repo.id()))
                                                .toList())
                                .with(
                                        "permission",
                                        repo -> Optional.ofNullable(team.repos().get(((Repo) repo).id()))
                                                .map(RepoFields::permission)
                                                .orElse(null)));
    }

    private static String capitals(@org.jspecify.annotations.Nullable String word) {
        return String.valueOf(word).toUpperCase(java.util.Locale.ROOT);
    }

    /** Seen by members alone. */
    private List<Team> teams(DataFetchingEnvironment environment, Account organization) {
        return ground.belongs(environment, organization)
                ? ground.world().permissions().teamsOf(organization)
                : List.of();
    }

    private List<Project> projects(DataFetchingEnvironment environment, Account owner) {
        return ground.projects(environment, owner);
    }

    private Project project(Account owner, DataFetchingEnvironment environment) {
        int number = Ground.number(environment);
        return projects(environment, owner).stream()
                .filter(project -> project.number() == number)
                .findFirst()
                .orElseThrow(() -> new QueryRefused(
                        "Could not resolve to a ProjectV2 with the number " + number + ".", "NOT_FOUND"));
    }

    private Optional<Repo> repository(Account owner, DataFetchingEnvironment environment) {
        return ground.world()
                .repo(owner.login(), Lists.text(environment, "name").orElse(""))
                .filter(repo -> ground.sees(environment, repo));
    }

    private Slice repositories(Account owner, DataFetchingEnvironment environment) {
        Boolean forks = environment.getArgument("isFork");
        Boolean archived = environment.getArgument("isArchived");
        List<Repo> owned = ground.world().repos().stream()
                .filter(repo -> repo.owner().equals(owner) && ground.sees(environment, repo))
                .filter(repo -> forks == null || forks == repo.profile().isFork())
                .filter(repo -> archived == null || archived == repo.profile().isArchived())
                .filter(repo -> Lists.text(environment, "privacy")
                        .map(RepoFields.visibility(repo)::equals)
                        .orElse(true))
                .toList();
        return Lists.ordered(
                environment,
                owned,
                Map.of(
                        "CREATED_AT", repo -> Lists.moment(repo.createdAt()),
                        "UPDATED_AT", repo -> Lists.moment(repo.updatedAt()),
                        "PUSHED_AT", repo -> Lists.moment(repo.pushedAt()),
                        "NAME", Repo::name,
                        "STARGAZERS", repo -> Lists.number(repo.profile().stars())),
                Repo::id);
    }
}
