package dev.pulsehub.simulator.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.PeopleVerbs;
import dev.pulsehub.simulator.world.Permissions;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Team;
import java.util.Optional;

/** Verbs of accounts, memberships, teams and rights. */
final class PeopleWords {

    private PeopleWords() {}

    static ObjectNode account(Asked asked) {
        PeopleVerbs verbs = asked.verbs().people();
        if (asked.path().isEmpty()) {
            return Words.id(
                    verbs.join(asked.required("login"), asked.text("type").orElse("User"), asked.text("name"))
                            .id());
        }
        Account account = asked.account(asked.part(0));
        switch (asked.part(1)) {
            case "rename" -> verbs.rename(account, asked.required("login"));
            case "delete" -> verbs.delete(account);
            default -> throw Words.noVerb(asked.part(1));
        }
        return Words.id(account.id());
    }

    static ObjectNode organization(Asked asked) {
        Account organization = asked.account(asked.part(0));
        Asked rest = asked.after(2);
        return switch (asked.part(1)) {
            case "members" -> member(organization, rest);
            case "teams" -> teams(organization, rest);
            case "repos" ->
                Words.id(rest.verbs()
                        .repos()
                        .create(organization, rest.required("name"), rest.is("private", true), rest.actor())
                        .id());
            case "base" -> base(organization, rest);
            case "projects" -> ProjectWords.projects(organization, rest);
            default -> throw new NoSuchThing("No such collection: " + asked.part(1));
        };
    }

    /** {@code permission}: what all members may do with every repository, or {@code none}. */
    private static ObjectNode base(Account organization, Asked asked) {
        Optional<Permissions.Right> right = Optional.of(asked.required("permission"))
                .filter(text -> !text.equals("none"))
                .map(Permissions.Right::of);
        asked.world().permissions().base(organization, right);
        return Words.id(organization.id());
    }

    private static ObjectNode member(Account organization, Asked asked) {
        Account member = asked.account(asked.part(0));
        if (asked.part(1).equals("remove")) {
            asked.verbs().people().removeMember(organization, member, asked.actor());
        } else {
            asked.verbs()
                    .people()
                    .addMember(organization, member, asked.text("role").orElse("member"), asked.actor());
        }
        return Words.id(member.id());
    }

    private static ObjectNode teams(Account organization, Asked asked) {
        PeopleVerbs verbs = asked.verbs().people();
        if (asked.path().isEmpty()) {
            return Words.id(verbs.createTeam(
                            organization,
                            asked.required("name"),
                            asked.text("parent").map(slug -> team(asked, organization, slug)),
                            asked.actor())
                    .id());
        }
        Team team = team(asked, organization, asked.part(0));
        switch (asked.part(1)) {
            case "rename" -> verbs.renameTeam(team, asked.required("name"), asked.actor());
            case "delete" -> verbs.deleteTeam(team, asked.actor());
            case "add" ->
                verbs.addTo(
                        team,
                        asked.account(asked.required("member")),
                        asked.text("role").orElse("member"),
                        asked.actor());
            case "remove" -> verbs.removeFrom(team, asked.account(asked.required("member")), asked.actor());
            case "allow" ->
                verbs.allow(
                        team,
                        asked.repo("repo"),
                        Permissions.Right.of(asked.text("permission").orElse("push")),
                        asked.actor());
            case "disallow" -> verbs.disallow(team, asked.repo("repo"), asked.actor());
            default -> throw Words.noVerb(asked.part(1));
        }
        return Words.id(team.id());
    }

    static Team team(Asked asked, Account organization, String slug) {
        return asked.world()
                .permissions()
                .team(organization, slug)
                .orElseThrow(() -> new NoSuchThing("No team " + slug + " of " + organization.login()));
    }

    static ObjectNode collaborators(Repo repo, Asked asked) {
        Account account = asked.account(asked.part(0));
        if (asked.part(1).equals("remove")) {
            asked.verbs().people().removeCollaborator(repo, account, asked.actor());
        } else {
            asked.verbs()
                    .people()
                    .addCollaborator(
                            repo,
                            account,
                            Permissions.Right.of(asked.text("permission").orElse("push")),
                            asked.actor());
        }
        return Words.id(account.id());
    }
}
