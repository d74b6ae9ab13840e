package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.graphql.NodeId;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Permissions.Right;
import java.util.Optional;

/** Users, organizations and what binds them. */
public final class AccountShapes {

    private static final String FIRST_DAY = "2015-01-01T00:00:00Z";

    private final Shapes shapes;

    AccountShapes(Shapes shapes) {
        this.shapes = shapes;
    }

    public ObjectNode user(Account account) {
        ObjectNode node = Shapes.object();
        String url = shapes.apiUrl() + "/users/" + inAddress(account);
        node.put("login", account.login());
        node.put("id", account.id());
        node.put("node_id", new NodeId(account.type(), account.id()).encoded());
        node.put("avatar_url", avatar(account));
        node.put("gravatar_id", "");
        node.put("url", url);
        node.put("html_url", page(account));
        node.put("followers_url", url + "/followers");
        node.put("following_url", url + "/following{/other_user}");
        node.put("gists_url", url + "/gists{/gist_id}");
        node.put("starred_url", url + "/starred{/owner}{/repo}");
        node.put("subscriptions_url", url + "/subscriptions");
        node.put("organizations_url", url + "/orgs");
        node.put("repos_url", url + "/repos");
        node.put("events_url", url + "/events{/privacy}");
        node.put("received_events_url", url + "/received_events");
        node.put("type", account.type());
        node.put("user_view_type", "public");
        node.put("site_admin", false);
        return node;
    }

    /** An app's page is elsewhere, and its login has brackets. */
    private String page(Account account) {
        return account.isBot()
                ? shapes.webUrl() + "/apps/" + account.login().replace("[bot]", "")
                : shapes.webUrl() + "/" + account.login();
    }

    private static String inAddress(Account account) {
        return account.login().replace("[", "%5B").replace("]", "%5D");
    }

    private String avatar(Account account) {
        return shapes.webUrl() + "/avatars/u/" + account.id();
    }

    /** An organization as lists and webhooks print it. */
    public ObjectNode organization(Account account) {
        ObjectNode node = Shapes.object();
        String url = shapes.apiUrl() + "/orgs/" + account.login();
        node.put("login", account.login());
        node.put("id", account.id());
        node.put("node_id", new NodeId(account.type(), account.id()).encoded());
        node.put("url", url);
        node.put("repos_url", url + "/repos");
        node.put("events_url", url + "/events");
        node.put("hooks_url", url + "/hooks");
        node.put("issues_url", url + "/issues");
        node.put("members_url", url + "/members{/member}");
        node.put("public_members_url", url + "/public_members{/member}");
        node.put("avatar_url", avatar(account));
        node.put("description", account.name().orElse(""));
        return node;
    }

    /** An organization alone. */
    ObjectNode organizationProfile(Account account, int repos) {
        ObjectNode node = organization(account);
        node.put("name", account.name().orElse(account.login()));
        node.put("html_url", shapes.webUrl() + "/" + account.login());
        node.put("type", "Organization");
        node.put("has_organization_projects", true);
        node.put("has_repository_projects", true);
        node.put("public_repos", repos);
        node.put("public_gists", 0);
        node.put("followers", 0);
        node.put("following", 0);
        node.put("created_at", FIRST_DAY);
        node.put("updated_at", FIRST_DAY);
        node.putNull("archived_at");
        return node;
    }

    /** A user with the fields only {@code /user} and {@code /users/x} print. */
    ObjectNode profile(Account account, int repos) {
        ObjectNode node = user(account);
        node.put("name", account.name().orElse(null));
        node.putNull("company");
        node.put("blog", "");
        node.putNull("location");
        node.putNull("email");
        node.putNull("hireable");
        node.putNull("bio");
        node.putNull("twitter_username");
        node.put("public_repos", repos);
        node.put("public_gists", 0);
        node.put("followers", 0);
        node.put("following", 0);
        node.put("created_at", FIRST_DAY);
        node.put("updated_at", FIRST_DAY);
        return node;
    }

    ObjectNode email(Account account) {
        return Shapes.object()
                .put("email", account.login() + "@users.example")
                .put("primary", true)
                .put("verified", true)
                .put("visibility", "private");
    }

    ObjectNode membership(Account organization, Account account, String role) {
        ObjectNode node = Shapes.object();
        String url = shapes.apiUrl() + "/orgs/" + organization.login();
        node.put("url", url + "/memberships/" + account.login());
        node.put("state", "active");
        node.put("role", role);
        node.put("direct_membership", true);
        node.put("organization_url", url);
        node.set("organization", organization(organization));
        node.set("user", user(account));
        return node;
    }

    /** Membership as the {@code organization} webhook tells it: without the organization. */
    public ObjectNode membershipInHook(Account organization, Account account, String role) {
        ObjectNode node = membership(organization, account, role);
        node.remove("organization");
        return node;
    }

    /** {@code permission} in its four old words, {@code role_name} in the five new ones. */
    ObjectNode permission(Account account, Optional<Right> right) {
        ObjectNode node = Shapes.object();
        node.put("permission", right.map(AccountShapes::oldWord).orElse("none"));
        node.put("role_name", right.map(AccountShapes::newWord).orElse("none"));
        ObjectNode user = user(account);
        rights(user, right);
        user.put("role_name", right.map(AccountShapes::newWord).orElse("none"));
        node.set("user", user);
        return node;
    }

    ObjectNode collaborator(Account account, Right right) {
        ObjectNode node = user(account);
        rights(node, Optional.of(right));
        node.put("role_name", newWord(right));
        return node;
    }

    static void rights(ObjectNode node, Optional<Right> right) {
        ObjectNode permissions = node.putObject("permissions");
        for (Right one : Right.values()) {
            permissions.put(
                    one.text(), right.filter(held -> held.compareTo(one) >= 0).isPresent());
        }
    }

    private static String newWord(Right right) {
        return switch (right) {
            case PULL -> "read";
            case PUSH -> "write";
            default -> right.text();
        };
    }

    private static String oldWord(Right right) {
        return switch (right) {
            case PULL, TRIAGE -> "read";
            case PUSH, MAINTAIN -> "write";
            case ADMIN -> "admin";
        };
    }
}
