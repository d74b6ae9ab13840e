package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.graphql.NodeId;
import dev.pulsehub.simulator.world.Permissions.Right;
import dev.pulsehub.simulator.world.Repo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Repositories with all their addresses. */
public final class RepoShapes {

    private static final Map<String, String> TEMPLATES = Map.ofEntries(
            Map.entry("archive_url", "/{archive_format}{/ref}"),
            Map.entry("assignees_url", "/assignees{/user}"),
            Map.entry("blobs_url", "/git/blobs{/sha}"),
            Map.entry("branches_url", "/branches{/branch}"),
            Map.entry("collaborators_url", "/collaborators{/collaborator}"),
            Map.entry("comments_url", "/comments{/number}"),
            Map.entry("commits_url", "/commits{/sha}"),
            Map.entry("compare_url", "/compare/{base}...{head}"),
            Map.entry("contents_url", "/contents/{+path}"),
            Map.entry("contributors_url", "/contributors"),
            Map.entry("deployments_url", "/deployments"),
            Map.entry("downloads_url", "/downloads"),
            Map.entry("events_url", "/events"),
            Map.entry("forks_url", "/forks"),
            Map.entry("git_commits_url", "/git/commits{/sha}"),
            Map.entry("git_refs_url", "/git/refs{/sha}"),
            Map.entry("git_tags_url", "/git/tags{/sha}"),
            Map.entry("hooks_url", "/hooks"),
            Map.entry("issue_comment_url", "/issues/comments{/number}"),
            Map.entry("issue_events_url", "/issues/events{/number}"),
            Map.entry("issues_url", "/issues{/number}"),
            Map.entry("keys_url", "/keys{/key_id}"),
            Map.entry("labels_url", "/labels{/name}"),
            Map.entry("languages_url", "/languages"),
            Map.entry("merges_url", "/merges"),
            Map.entry("milestones_url", "/milestones{/number}"),
            Map.entry("notifications_url", "/notifications{?since,all,participating}"),
            Map.entry("pulls_url", "/pulls{/number}"),
            Map.entry("releases_url", "/releases{/id}"),
            Map.entry("stargazers_url", "/stargazers"),
            Map.entry("statuses_url", "/statuses/{sha}"),
            Map.entry("subscribers_url", "/subscribers"),
            Map.entry("subscription_url", "/subscription"),
            Map.entry("tags_url", "/tags"),
            Map.entry("teams_url", "/teams"),
            Map.entry("trees_url", "/git/trees{/sha}"));
    private static final List<String> TEMPLATES_IN_ORDER =
            TEMPLATES.keySet().stream().sorted().toList();

    private final Shapes shapes;

    RepoShapes(Shapes shapes) {
        this.shapes = shapes;
    }

    /** A repository as runs print it: who and where it is, and nothing that changes. */
    ObjectNode named(Repo repo) {
        Repo.Profile profile = repo.profile();
        ObjectNode node = Shapes.object();
        node.put("id", repo.id());
        node.put("node_id", new NodeId("Repository", repo.id()).encoded());
        node.put("name", repo.name());
        node.put("full_name", repo.fullName());
        node.put("private", profile.isPrivate());
        node.set("owner", shapes.accounts().user(repo.owner()));
        node.put("html_url", shapes.page(repo));
        node.put("description", profile.description().orElse(null));
        node.put("fork", profile.isFork());
        node.put("url", shapes.url(repo));
        TEMPLATES_IN_ORDER.forEach(name -> node.put(name, shapes.url(repo) + TEMPLATES.get(name)));
        return node;
    }

    public ObjectNode repo(Repo repo) {
        Repo.Profile profile = repo.profile();
        ObjectNode node = named(repo);
        String host = shapes.webUrl().replaceFirst("^https?://", "");
        node.put("git_url", "git://" + host + "/" + repo.fullName() + ".git");
        node.put("ssh_url", "git@" + host + ":" + repo.fullName() + ".git");
        node.put("clone_url", shapes.page(repo) + ".git");
        node.put("svn_url", shapes.page(repo));
        node.putNull("mirror_url");
        node.putNull("homepage");
        node.put("created_at", Shapes.text(repo.createdAt()));
        node.put("updated_at", Shapes.text(repo.updatedAt()));
        node.put("pushed_at", Shapes.text(repo.pushedAt()));
        numbers(node, repo);
        node.put("language", profile.language().orElse(null));
        for (String feature : List.of("has_issues", "has_projects", "has_downloads", "has_wiki", "allow_forking")) {
            node.put(feature, true);
        }
        for (String feature : List.of("has_pages", "has_discussions", "is_template", "web_commit_signoff_required")) {
            node.put(feature, false);
        }
        node.put("archived", profile.isArchived());
        node.put("disabled", false);
        node.putNull("license");
        node.putArray("topics");
        node.putObject("custom_properties");
        node.put("visibility", profile.isPrivate() ? "private" : "public");
        node.put("default_branch", profile.defaultBranch());
        return node;
    }

    private static void numbers(ObjectNode node, Repo repo) {
        Repo.Profile profile = repo.profile();
        node.put("size", repo.commits().size());
        node.put("stargazers_count", profile.stars());
        node.put("watchers_count", profile.stars()); // the same number under an old name
        node.put("watchers", profile.stars());
        node.put("forks_count", profile.forks());
        node.put("forks", profile.forks());
        node.put("open_issues_count", repo.openItems()); // pull requests among them
        node.put("open_issues", repo.openItems());
    }

    /** A repository as somebody sees it who may do that much with it. */
    public ObjectNode repo(Repo repo, Optional<Right> right) {
        ObjectNode node = repo(repo);
        AccountShapes.rights(node, right);
        return node;
    }

    /** A repository alone. */
    ObjectNode full(Repo repo, Optional<Right> right) {
        ObjectNode node = repo(repo, right);
        node.put("network_count", repo.profile().forks());
        node.put("subscribers_count", 1);
        if (repo.owner().isOrganization()) {
            node.set("organization", shapes.accounts().user(repo.owner()));
        }
        return node;
    }
}
