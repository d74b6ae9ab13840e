package dev.pulsehub.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.world.Comment;
import dev.pulsehub.simulator.world.Happening;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Permissions;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.ReviewComment;
import dev.pulsehub.simulator.world.Run;
import dev.pulsehub.simulator.world.Team;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every address of a world that the simulator's routes lead to, and what is answered there. */
final class Crawl {

    private static final int MOST_OF_A_KIND = 40;

    private final Simulator simulator;
    private final Client client;
    private final Set<String> paths = new LinkedHashSet<>();
    private final Map<String, String> tokens = new HashMap<>();

    Crawl(Simulator simulator, AppClient app) throws IOException, InterruptedException {
        this.simulator = simulator;
        this.client = new Client(simulator);
        viewer();
        organizations();
        simulator.world().repos().forEach(this::repo);
        apps(app);
    }

    /** What an app asks by its assertion, its installation's token and a person's token. */
    private void apps(AppClient app) throws IOException, InterruptedException {
        long installation = app.installation();
        for (String path : List.of(
                "/app",
                "/app/installations",
                "/app/installations/" + installation,
                "/app/hook/config",
                "/app/hook/deliveries",
                "/orgs/acme/installation",
                "/users/olga/installation",
                "/repos/acme/docs/installation")) {
            as(app.assertion(), path);
        }
        JsonNode log = Client.JSON.createArrayNode();
        while (log.isEmpty()) { // it is told beside everything else
            log = AppClient.json(app.ask("GET", "/app/hook/deliveries", app.assertion(), ""));
        }
        as(app.assertion(), "/app/hook/deliveries/" + log.at("/0/id").asLong());
        as(app.token(""), "/installation/repositories");
        String user = app.userToken();
        as(user, "/user/installations");
        as(user, "/user/installations/" + installation + "/repositories");
        paths.add("/apps/pulse");
    }

    private void as(String token, String path) {
        tokens.put(path, token);
        paths.add(path);
    }

    Set<String> paths() {
        return paths;
    }

    /** One line for each answer: method, path under its name rather than its id, status and body. */
    List<ObjectNode> replies() throws Exception {
        List<ObjectNode> replies = new ArrayList<>();
        for (String path : paths) {
            String token = tokens.getOrDefault(path, simulator.token());
            var answer = client.get(path, "Authorization", "Bearer " + token);
            JsonNode body = Client.JSON.readTree(answer.body());
            ObjectNode line = Client.JSON.createObjectNode();
            line.put("method", "GET");
            line.put("path", described(path));
            line.put("status", answer.statusCode());
            line.set("body", body);
            replies.add(line);
        }
        return replies;
    }

    /** GitHub describes repositories and teams by their names, and serves them by their ids too. */
    private String described(String path) {
        String plain = path.replaceFirst("\\?.*$", "");
        for (Repo repo : simulator.world().repos()) {
            plain = plain.replaceFirst("^/repositories/" + repo.id() + "(?=/|$)", "/repos/" + repo.fullName());
        }
        return plain.replaceFirst("^/organizations/\\d+/team/\\d+", "/orgs/acme/teams/core");
    }

    private void viewer() {
        for (String path : List.of("", "/emails", "/repos", "/orgs", "/memberships/orgs", "/memberships/orgs/acme")) {
            paths.add("/user" + path);
        }
        paths.addAll(List.of("/", "/meta", "/rate_limit", "/user/9300001", "/users/olga/orgs"));
        paths.add("/search/issues?q=is:pr+is:merged+org:acme");
        paths.add("/search/issues?q=lamp+repo:acme/storefront&per_page=5");
    }

    private void organizations() {
        for (String path : List.of("", "/repos", "/members", "/memberships/olga", "/teams", "/issue-types")) {
            paths.add("/orgs/acme" + path);
        }
        hooks("Organization", 9_100_000, "/orgs/acme/hooks");
        for (String login : List.of("olga", "ben-sato", "dependabot[bot]")) {
            paths.add("/users/" + login.replace("[", "%5B").replace("]", "%5D"));
            paths.add("/users/" + login.replace("[", "%5B").replace("]", "%5D") + "/repos");
        }
        Permissions permissions = simulator.world().permissions();
        for (Team team : permissions.teamsOf(simulator.world().account("acme").orElseThrow())) {
            for (String base : List.of(
                    "/orgs/acme/teams/" + team.slug(),
                    "/organizations/" + team.organization().id() + "/team/" + team.id())) {
                for (String path : List.of("", "/members", "/teams", "/repos")) {
                    paths.add(base + path);
                }
                team.members().keySet().forEach(member -> paths.add(base + "/memberships/" + member.login()));
            }
        }
    }

    private void repo(Repo repo) {
        paths.add("/repositories/" + repo.id());
        paths.add("/repositories/" + repo.id() + "/issues?state=all&per_page=100");
        String base = "/repos/" + repo.fullName();
        for (String path : List.of(
                "",
                "/labels",
                "/milestones?state=all",
                "/commits",
                "/branches",
                "/tags",
                "/contributors",
                "/languages",
                "/topics",
                "/stargazers",
                "/subscribers",
                "/forks",
                "/teams",
                "/collaborators",
                "/collaborators/olga/permission",
                "/assignees",
                "/issues?state=all",
                "/issues/comments",
                "/issues/events",
                "/pulls?state=all",
                "/pulls/comments",
                "/actions/workflows",
                "/actions/runs",
                "/deployments",
                "/releases",
                "/git/ref/heads/main")) {
            paths.add(base + path);
        }
        hooks("Repository", repo.id(), base + "/hooks");
        planned(repo, base);
        commits(repo, base);
        repo.items().stream().limit(MOST_OF_A_KIND).forEach(item -> item(item, base));
        List.copyOf(repo.items()).reversed().stream().limit(MOST_OF_A_KIND).forEach(item -> item(item, base));
        List.copyOf(repo.runs()).reversed().stream().limit(MOST_OF_A_KIND).forEach(run -> run(run, base));
        releases(repo, base);
    }

    private void hooks(String scope, long target, String base) {
        paths.add(base);
        simulator.webhooks().of(scope, target).forEach(hook -> {
            paths.add(base + "/" + hook.id());
            paths.add(base + "/" + hook.id() + "/deliveries");
            simulator.webhooks().log(hook).stream()
                    .limit(3)
                    .forEach(sent -> paths.add(base + "/" + hook.id() + "/deliveries/" + sent.id()));
        });
    }

    private void planned(Repo repo, String base) {
        repo.milestones().forEach(milestone -> paths.add(base + "/milestones/" + milestone.number()));
        repo.labels()
                .forEach(label -> paths.add(base + "/labels/" + label.name().replace(" ", "%20")));
        repo.workflows().forEach(workflow -> {
            paths.add(base + "/actions/workflows/" + workflow.id());
            paths.add(base + "/actions/workflows/" + workflow.id() + "/runs");
        });
    }

    private void commits(Repo repo, String base) {
        repo.branches().keySet().stream().limit(5).forEach(branch -> paths.add(base + "/branches/" + branch));
        repo.commits().reversed().stream().limit(5).forEach(commit -> {
            paths.add(base + "/commits/" + commit.sha());
            paths.add(base + "/commits/" + commit.sha() + "/pulls");
            paths.add(base + "/commits/" + commit.sha() + "/check-runs");
            paths.add(base + "/commits/" + commit.sha() + "/check-suites");
            paths.add(base + "/commits/" + commit.sha() + "/status");
            paths.add(base + "/commits/" + commit.sha() + "/statuses");
        });
        if (repo.commits().size() > 1) {
            String older = repo.commits().get(repo.commits().size() - 2).sha();
            paths.add(base + "/compare/" + older + "...main");
        }
    }

    private void item(Item item, String base) {
        String issue = base + "/issues/" + item.number();
        for (String path : List.of("", "/comments", "/events", "/timeline", "/labels")) {
            paths.add(issue + path);
        }
        item.comments().stream().limit(2).map(Comment::id).forEach(id -> paths.add(base + "/issues/comments/" + id));
        item.happenings().stream()
                .filter(one -> !one.kind().equals("connected"))
                .limit(2)
                .map(Happening::id)
                .forEach(id -> paths.add(base + "/issues/events/" + id));
        if (item instanceof Pull pull) {
            pull(pull, base);
        } else {
            paths.add(issue + "/sub_issues");
            paths.add(issue + "/dependencies/blocked_by");
        }
        if (item instanceof dev.pulsehub.simulator.world.Issue one
                && one.parent().isPresent()) {
            paths.add(issue + "/parent");
        }
    }

    private void pull(Pull pull, String base) {
        String path = base + "/pulls/" + pull.number();
        for (String part : List.of("", "/reviews", "/comments", "/commits", "/files", "/requested_reviewers")) {
            paths.add(path + part);
        }
        pull.reviews().forEach(review -> {
            paths.add(path + "/reviews/" + review.id());
            paths.add(path + "/reviews/" + review.id() + "/comments");
        });
        pull.reviewComments().stream()
                .limit(2)
                .map(ReviewComment::id)
                .forEach(id -> paths.add(base + "/pulls/comments/" + id));
    }

    private void run(Run run, String base) {
        String path = base + "/actions/runs/" + run.id();
        for (String part : List.of("", "/jobs", "/attempts/1", "/attempts/1/jobs")) {
            paths.add(path + part);
        }
        paths.add(base + "/check-suites/" + run.suiteId());
        paths.add(base + "/check-suites/" + run.suiteId() + "/check-runs");
        run.jobs().forEach(job -> {
            paths.add(base + "/actions/jobs/" + job.id());
            paths.add(base + "/check-runs/" + job.id());
        });
    }

    private void releases(Repo repo, String base) {
        repo.releases().forEach(release -> {
            paths.add(base + "/releases/" + release.id());
            if (!release.draft()) {
                paths.add(base + "/releases/tags/" + release.tag());
                paths.add(base + "/releases/latest");
            }
        });
        repo.deployments().forEach(deployment -> {
            paths.add(base + "/deployments/" + deployment.id());
            paths.add(base + "/deployments/" + deployment.id() + "/statuses");
            deployment
                    .statuses()
                    .forEach(
                            status -> paths.add(base + "/deployments/" + deployment.id() + "/statuses/" + status.id()));
        });
    }
}
