package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.graphql.NodeId;
import dev.pulsehub.simulator.world.Commit;
import dev.pulsehub.simulator.world.Release;
import dev.pulsehub.simulator.world.Repo;
import java.util.Optional;

/** Releases, tags and branches as REST and webhooks print them. */
public final class ReleaseShapes {

    private final Shapes shapes;

    ReleaseShapes(Shapes shapes) {
        this.shapes = shapes;
    }

    public ObjectNode release(Repo repo, Release release) {
        ObjectNode node = Shapes.object();
        String url = shapes.url(repo) + "/releases/" + release.id();
        node.put("url", url);
        node.put("assets_url", url + "/assets");
        node.put("upload_url", url + "/assets{?name,label}");
        node.put("html_url", shapes.page(repo) + "/releases/tag/" + release.tag());
        node.put("id", release.id());
        node.set("author", shapes.userOrGhost(release.author()));
        node.put("node_id", new NodeId("Release", release.id()).encoded());
        node.put("tag_name", release.tag());
        node.put("target_commitish", release.target());
        node.put("name", release.name());
        node.put("draft", release.draft());
        node.put("prerelease", release.prerelease());
        node.put("immutable", false);
        node.put("created_at", Shapes.text(release.createdAt()));
        node.put("updated_at", Shapes.text(release.publishedAt().orElse(release.createdAt())));
        node.put("published_at", Shapes.text(release.publishedAt()));
        node.putArray("assets");
        node.put("tarball_url", shapes.url(repo) + "/tarball/" + release.tag());
        node.put("zipball_url", shapes.url(repo) + "/zipball/" + release.tag());
        node.put("body", release.body());
        return node;
    }

    ObjectNode tag(Repo repo, String name, String sha) {
        ObjectNode node = Shapes.object();
        node.put("name", name);
        node.put("zipball_url", shapes.url(repo) + "/zipball/refs/tags/" + name);
        node.put("tarball_url", shapes.url(repo) + "/tarball/refs/tags/" + name);
        node.putObject("commit").put("sha", sha).put("url", shapes.url(repo) + "/commits/" + sha);
        node.put("node_id", new NodeId("Ref", repo.id()).encoded() + name.hashCode());
        return node;
    }

    ObjectNode branch(Repo repo, String name, String sha) {
        ObjectNode node = Shapes.object();
        node.put("name", name);
        node.putObject("commit").put("sha", sha).put("url", shapes.url(repo) + "/commits/" + sha);
        node.put("protected", name.equals(repo.profile().defaultBranch()));
        return node;
    }

    /** A branch alone, with its newest commit. */
    ObjectNode branchAlone(Repo repo, String name, String sha, Optional<Commit> head) {
        ObjectNode node = branch(repo, name, sha);
        head.ifPresent(commit -> node.set("commit", shapes.commits().commit(repo, commit)));
        ObjectNode links = node.putObject("_links");
        links.put("self", shapes.url(repo) + "/branches/" + name);
        links.put("html", shapes.page(repo) + "/tree/" + name);
        node.putObject("protection").put("enabled", false);
        node.put("protection_url", shapes.url(repo) + "/branches/" + name + "/protection");
        return node;
    }

    ObjectNode ref(Repo repo, String ref, String sha) {
        ObjectNode node = Shapes.object();
        node.put("ref", ref);
        node.put("node_id", new NodeId("Ref", repo.id()).encoded() + ref.hashCode());
        node.put("url", shapes.url(repo) + "/git/" + ref);
        node.putObject("object")
                .put("sha", sha)
                .put("type", "commit")
                .put("url", shapes.url(repo) + "/git/commits/" + sha);
        return node;
    }
}
