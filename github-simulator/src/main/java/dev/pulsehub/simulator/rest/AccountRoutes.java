package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Permissions;
import dev.pulsehub.simulator.world.Repo;
import java.util.List;
import java.util.Map;

/** Users, organizations, memberships and whose repositories there are. */
final class AccountRoutes {

    private static final String[] ORGANIZATION_SCOPES = {"admin:org", "read:org", "repo", "user", "write:org"};

    private final Area area;

    private AccountRoutes(Area area) {
        this.area = area;
    }

    static void add(Area area) {
        AccountRoutes accounts = new AccountRoutes(area);
        Routes routes = area.routes();
        routes.get("/", (ids, question) -> Answer.ok(accounts.root()));
        routes.get("/meta", (ids, question) -> Answer.ok(accounts.meta()));
        routes.get("/users/*", (ids, question) -> Area.answer(area.world().account(ids.getFirst()), accounts::profile));
        routes.get(
                "/orgs/*",
                (ids, question) -> Area.answer(area.organization(ids.getFirst()), accounts::organizationProfile));
        routes.get("/users/*/repos", (ids, question) -> accounts.reposOf(ids.getFirst(), question));
        routes.get("/orgs/*/repos", (ids, question) -> accounts.reposOf(ids.getFirst(), question));
        routes.get(
                "/users/*/orgs",
                (ids, question) -> area.world()
                        .account(ids.getFirst())
                        .map(account -> area.page(
                                question,
                                accounts.organizationsOf(account),
                                area.shapes().accounts()::organization))
                        .orElseGet(Answer::notFound));
        routes.get(
                "/orgs/*/members",
                (ids, question) -> area.organization(ids.getFirst())
                        .map(organization -> accounts.members(organization, question))
                        .orElseGet(Answer::notFound));
        routes.get("/orgs/*/memberships/*", (ids, question) -> accounts.membershipOf(ids, question));
        accounts.viewerRoutes(routes);
        routes.get(
                "/user/*",
                (ids, question) ->
                        Area.answer(Routes.number(ids.getFirst()).flatMap(area.world()::account), accounts::profile));
    }

    private void viewerRoutes(Routes routes) {
        AccountShapes shapes = area.shapes().accounts();
        routes.get("/user", (ids, question) -> Answer.ok(profile(question.viewer())));
        routes.get(
                "/user/emails",
                (ids, question) -> area.scoped(question, "user", "user:email")
                        ? area.page(question, List.of(question.viewer()), shapes::email)
                        : Answer.notFound());
        routes.get("/user/repos", (ids, question) -> {
            Permissions permissions = area.world().permissions();
            return area.page(
                    question,
                    area.world().repos().stream()
                            .filter(repo -> permissions
                                    .relation(question.viewer(), repo)
                                    .isPresent())
                            .filter(repo -> area.right(question, repo).isPresent())
                            .toList(),
                    repo -> repo(question, repo));
        });
        routes.get(
                "/user/orgs",
                (ids, question) -> area.scoped(question, ORGANIZATION_SCOPES)
                        ? area.page(question, organizationsOf(question.viewer()), shapes::organization)
                        : organizationsHidden());
        routes.get(
                "/user/memberships/orgs",
                (ids, question) -> area.scoped(question, ORGANIZATION_SCOPES)
                        ? area.page(
                                question,
                                organizationsOf(question.viewer()),
                                organization -> membership(organization, question.viewer()))
                        : organizationsHidden());
        routes.get(
                "/user/memberships/orgs/*",
                (ids, question) -> Area.answer(
                        area.organization(ids.getFirst()).filter(organizationsOf(question.viewer())::contains),
                        organization -> membership(organization, question.viewer())));
    }

    private static Answer organizationsHidden() {
        return Answer.error(403, "You need at least read:org scope or user scope to list your organizations.");
    }

    private Answer members(Account organization, Question question) {
        String role = question.text("role").orElse("all");
        return area.page(
                question,
                area.world().permissions().membersOf(organization).stream()
                        .filter(member -> role.equals("all")
                                || area.world()
                                        .permissions()
                                        .role(organization, member)
                                        .filter(role::equals)
                                        .isPresent())
                        .toList(),
                area.shapes().accounts()::user);
    }

    private Answer membershipOf(List<String> ids, Question question) {
        return area.organization(ids.get(0))
                .filter(organization -> area.role(question, organization).isPresent())
                .flatMap(organization -> area.world()
                        .account(ids.get(1))
                        .filter(account -> area.world()
                                .permissions()
                                .role(organization, account)
                                .isPresent())
                        .map(account -> Answer.ok(membership(organization, account))))
                .orElseGet(Answer::notFound);
    }

    private List<Account> organizationsOf(Account account) {
        return area.world().accounts().stream()
                .filter(Account::isOrganization)
                .filter(organization ->
                        area.world().permissions().role(organization, account).isPresent())
                .toList();
    }

    private JsonNode membership(Account organization, Account account) {
        String role = area.world().permissions().role(organization, account).orElseThrow();
        return area.shapes().accounts().membership(organization, account, role);
    }

    private Answer reposOf(String login, Question question) {
        return area.world()
                .account(login)
                .map(owner -> area.page(
                        question,
                        ownedBy(owner).stream()
                                .filter(repo -> area.right(question, repo).isPresent())
                                .toList(),
                        repo -> repo(question, repo)))
                .orElseGet(Answer::notFound);
    }

    private JsonNode repo(Question question, Repo repo) {
        return area.shapes().repos().repo(repo, area.right(question, repo));
    }

    private List<Repo> ownedBy(Account owner) {
        return area.world().repos().stream()
                .filter(repo -> repo.owner().equals(owner))
                .toList();
    }

    private JsonNode profile(Account account) {
        return area.shapes().accounts().profile(account, ownedBy(account).size());
    }

    private JsonNode organizationProfile(Account account) {
        return area.shapes()
                .accounts()
                .organizationProfile(account, ownedBy(account).size());
    }

    /** Where things are, as {@code GET /} tells it. */
    private JsonNode root() {
        String url = area.shapes().apiUrl();
        ObjectNode node = Shapes.object();
        Map<String, String> addresses = new java.util.TreeMap<>(Map.ofEntries(
                Map.entry("current_user_url", "/user"),
                Map.entry("current_user_authorizations_html_url", "/settings/connections/applications{/client_id}"),
                Map.entry("authorizations_url", "/authorizations"),
                Map.entry("code_search_url", "/search/code?q={query}{&page,per_page,sort,order}"),
                Map.entry("commit_search_url", "/search/commits?q={query}{&page,per_page,sort,order}"),
                Map.entry("emails_url", "/user/emails"),
                Map.entry("emojis_url", "/emojis"),
                Map.entry("events_url", "/events"),
                Map.entry("feeds_url", "/feeds"),
                Map.entry("followers_url", "/user/followers"),
                Map.entry("following_url", "/user/following{/target}"),
                Map.entry("gists_url", "/gists{/gist_id}"),
                Map.entry("issue_search_url", "/search/issues?q={query}{&page,per_page,sort,order}"),
                Map.entry("issues_url", "/issues"),
                Map.entry("keys_url", "/user/keys"),
                Map.entry("label_search_url", "/search/labels?q={query}&repository_id={repository_id}{&page,per_page}"),
                Map.entry("notifications_url", "/notifications"),
                Map.entry("organization_url", "/orgs/{org}"),
                Map.entry("organization_repositories_url", "/orgs/{org}/repos{?type,page,per_page,sort}"),
                Map.entry("organization_teams_url", "/orgs/{org}/teams"),
                Map.entry("public_gists_url", "/gists/public"),
                Map.entry("rate_limit_url", "/rate_limit"),
                Map.entry("repository_url", "/repos/{owner}/{repo}"),
                Map.entry("repository_search_url", "/search/repositories?q={query}{&page,per_page,sort,order}"),
                Map.entry("current_user_repositories_url", "/user/repos{?type,page,per_page,sort}"),
                Map.entry("starred_url", "/user/starred{/owner}{/repo}"),
                Map.entry("starred_gists_url", "/gists/starred"),
                Map.entry("user_url", "/users/{user}"),
                Map.entry("user_organizations_url", "/user/orgs"),
                Map.entry("user_repositories_url", "/users/{user}/repos{?type,page,per_page,sort}"),
                Map.entry("user_search_url", "/search/users?q={query}{&page,per_page,sort,order}")));
        addresses.forEach((name, path) -> node.put(name, url + path));
        return node;
    }

    private JsonNode meta() {
        ObjectNode node = Shapes.object();
        node.put("verifiable_password_authentication", false);
        node.putObject("domains").putArray("website").add("localhost");
        for (String hosts : new String[] {"hooks", "web", "api", "git", "packages", "pages", "importer", "actions"}) {
            node.putArray(hosts).add("127.0.0.0/8");
        }
        return node;
    }
}
