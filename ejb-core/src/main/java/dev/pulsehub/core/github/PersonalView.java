package dev.pulsehub.core.github;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What GitHub lets one person see, with one token. Looking again costs nothing of the person's budget while nothing
 * changed. Not thread-safe.
 */
public final class PersonalView {

    private final PersonalGitHub github;
    private final Listing<PersonalGitHub.Myself> self = new Listing<>("user", PersonalView::myself);
    private final Listing<Optional<Account>> organizations =
            new Listing<>("user/memberships/orgs?state=active&per_page=100", PersonalView::organization);
    private final Listing<Repo> repos = new Listing<>(
            "user/repos?affiliation=owner,collaborator,organization_member&per_page=100", PersonalView::repo);

    public PersonalView(PersonalGitHub github) {
        this.github = github;
    }

    /** An account the person belongs to: an organization, or themselves. */
    public record Account(long id, String login, boolean admin) {}

    /** @param permission {@code read}, {@code triage}, {@code write}, {@code maintain} or {@code admin} */
    public record Repo(long id, String permission) {}

    /** Everything that was seen. */
    public record Seen(PersonalGitHub.Myself self, List<Account> accounts, List<Repo> repos) {
        public Seen {
            accounts = List.copyOf(accounts);
            repos = List.copyOf(repos);
        }
    }

    /** Who the person is. */
    public PersonalGitHub.Myself self() {
        return self.all().getFirst();
    }

    /**
     * Looks.
     *
     * @throws GitHubRefused when the token is not accepted (401) or may not ask this (403)
     * @throws GitHubUnavailable when GitHub cannot tell just now
     */
    public Seen look() {
        PersonalGitHub.Myself me = self();
        List<Account> accounts = Stream.concat(
                        Stream.of(new Account(me.id(), me.login(), true)),
                        organizations.all().stream().flatMap(Optional::stream))
                .toList();
        return new Seen(me, accounts, repos.all());
    }

    /** A resource, page by page, and what its pages held when they last changed. */
    private final class Listing<T> {

        private record Page<T>(Optional<String> etag, Optional<String> next, List<T> things) {}

        private final String first;
        private final Function<Json, T> reader;
        private Map<String, Page<T>> known = new HashMap<>();

        Listing(String first, Function<Json, T> reader) {
            this.first = first;
            this.reader = reader;
        }

        List<T> all() {
            Map<String, Page<T>> read = new HashMap<>();
            List<T> all = new ArrayList<>();
            Optional<String> address = Optional.of(first);
            while (address.isPresent() && !read.containsKey(address.get())) {
                Page<T> page = page(address.get());
                read.put(address.get(), page);
                all.addAll(page.things());
                address = page.next();
            }
            known = read;
            return all;
        }

        private Page<T> page(String address) {
            Optional<Page<T>> before = Optional.ofNullable(known.get(address));
            PersonalGitHub.Look look = github.look(address, before.flatMap(Page::etag));
            return before.isPresent() && !look.changed()
                    ? before.get()
                    : new Page<>(look.etag(), look.next(), things(look));
        }

        private List<T> things(PersonalGitHub.Look look) {
            return look.body() instanceof JsonObject one
                    ? List.of(reader.apply(new Json(one)))
                    : look.body().asJsonArray().stream()
                            .map(item -> reader.apply(new Json(item.asJsonObject())))
                            .toList();
        }
    }

    private static PersonalGitHub.Myself myself(Json user) {
        return new PersonalGitHub.Myself(
                user.number("id"), user.text("login"), user.findText("name"), user.findText("avatar_url"));
    }

    private static Optional<Account> organization(Json membership) {
        Json organization = membership.get("organization");
        return membership.text("state", "").equals("active")
                ? Optional.of(new Account(
                        organization.number("id"),
                        organization.text("login"),
                        membership.text("role", "").equals("admin")))
                : Optional.empty();
    }

    private static Repo repo(Json repo) {
        Json permissions = repo.find("permissions").orElseGet(() -> new Json(JsonObject.EMPTY_JSON_OBJECT));
        String permission = permissions.flag("admin")
                ? "admin"
                : permissions.flag("maintain")
                        ? "maintain"
                        : permissions.flag("push") ? "write" : permissions.flag("triage") ? "triage" : "read";
        return new Repo(repo.number("id"), permission);
    }
}
