package dev.pulsehub.simulator.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Who belongs to which organization, and what everybody may do with a repository. */
public final class Permissions {

    /** What one may do with a repository; each includes those before it. */
    public enum Right {
        PULL,
        TRIAGE,
        PUSH,
        MAINTAIN,
        ADMIN;

        /** As GitHub writes it, {@code read} and {@code write} too. */
        public static Right of(String text) {
            return switch (text) {
                case "read" -> PULL;
                case "write" -> PUSH;
                default -> valueOf(text.toUpperCase(Locale.ROOT));
            };
        }

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<Account, Map<Account, String>> members = new LinkedHashMap<>();
    private final Map<Account, Optional<Right>> base = new LinkedHashMap<>();
    private final Map<Long, Map<Account, Right>> collaborators = new LinkedHashMap<>();
    private final List<Team> teams = new ArrayList<>();
    private Optional<Account> root = Optional.empty();

    /** May do everything everywhere: whose world it is. */
    public void root(Account account) {
        root = Optional.of(account);
    }

    /** @param role {@code admin} or {@code member} */
    public void join(Account organization, Account account, String role) {
        if (!organization.type().equals("Organization")) {
            throw new NotPossible(organization.login() + " is no organization");
        }
        if (!List.of("admin", "member").contains(role)) {
            throw new NotPossible("A member is an admin or a member, not " + role);
        }
        members.computeIfAbsent(organization, unknown -> new LinkedHashMap<>()).put(account, role);
    }

    public void leave(Account organization, Account account) {
        members.getOrDefault(organization, new LinkedHashMap<>()).remove(account);
        teamsOf(organization).forEach(team -> team.members().remove(account));
    }

    /** What every member of an organization may do with each of its repositories; nothing when empty. */
    public void base(Account organization, Optional<Right> right) {
        base.put(organization, right);
    }

    public void collaborate(Repo repo, Account account, Right right) {
        collaborators
                .computeIfAbsent(repo.id(), unknown -> new LinkedHashMap<>())
                .put(account, right);
    }

    public void endCollaboration(Repo repo, Account account) {
        collaborators.getOrDefault(repo.id(), new LinkedHashMap<>()).remove(account);
    }

    List<Team> teams() {
        return teams;
    }

    public List<Team> teamsOf(Account organization) {
        return teams.stream()
                .filter(team -> team.organization().equals(organization))
                .toList();
    }

    /** By the slug its addresses carry. */
    public Optional<Team> team(Account organization, String slug) {
        return teamsOf(organization).stream()
                .filter(team -> team.slug().equals(slug))
                .findFirst();
    }

    /** Everybody with a right of their own, from being invited to the repository. */
    public Map<Account, Right> collaborators(Repo repo) {
        return Map.copyOf(collaborators.getOrDefault(repo.id(), Map.of()));
    }

    /** Takes somebody out of everything. */
    void forget(Account account) {
        members.values().forEach(byAccount -> byAccount.remove(account));
        collaborators.values().forEach(byAccount -> byAccount.remove(account));
        teams.forEach(team -> team.members().remove(account));
    }

    private Optional<Right> byTeam(Account viewer, Repo repo) {
        return teams.stream()
                .filter(team -> team.members().containsKey(viewer))
                .flatMap(team -> Stream.iterate(
                        team, Objects::nonNull, one -> one.parent().orElse(null)))
                .flatMap(team -> Stream.ofNullable(team.repos().get(repo.id())))
                .max(Comparator.naturalOrder());
    }

    /** {@code admin} or {@code member}; empty for strangers. */
    public Optional<String> role(Account organization, Account account) {
        if (root.filter(account::equals).isPresent() && !organization.equals(account)) {
            return Optional.of("admin");
        }
        return Optional.ofNullable(members.getOrDefault(organization, Map.of()).get(account));
    }

    public List<Account> membersOf(Account organization) {
        return List.copyOf(members.getOrDefault(organization, Map.of()).keySet());
    }

    /**
     * How somebody who wrote something stands to the repository, in GitHub's word: {@code OWNER}, {@code MEMBER},
     * {@code COLLABORATOR}, {@code CONTRIBUTOR} or {@code NONE}.
     */
    String association(Account account, Repo repo) {
        if (repo.owner().equals(account)) {
            return "OWNER";
        }
        if (members.getOrDefault(repo.owner(), Map.of()).containsKey(account)) {
            return "MEMBER";
        }
        if (collaborators.getOrDefault(repo.id(), Map.of()).containsKey(account)) {
            return "COLLABORATOR";
        }
        return repo.hasCommitOf(account) ? "CONTRIBUTOR" : "NONE";
    }

    /** What the repository itself, its owner or its organization lets somebody do; empty where all can only read. */
    public Optional<Right> relation(Account viewer, Repo repo) {
        if (root.filter(viewer::equals).isPresent() || repo.owner().equals(viewer)) {
            return Optional.of(Right.ADMIN);
        }
        Optional<Right> byOrganization = role(repo.owner(), viewer)
                .flatMap(role -> role.equals("admin") ? Optional.of(Right.ADMIN) : base(repo.owner()));
        Optional<Right> own = Optional.ofNullable(
                collaborators.getOrDefault(repo.id(), Map.of()).get(viewer));
        return Stream.of(byOrganization, own, byTeam(viewer, repo))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    private Optional<Right> base(Account organization) {
        return base.getOrDefault(organization, Optional.of(Right.PUSH));
    }

    /** What somebody may do; empty for a private repository of others. */
    public Optional<Right> of(Account viewer, Repo repo) {
        return relation(viewer, repo).or(() -> repo.profile().isPrivate() ? Optional.empty() : Optional.of(Right.PULL));
    }
}
