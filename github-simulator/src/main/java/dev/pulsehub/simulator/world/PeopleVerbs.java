package dev.pulsehub.simulator.world;

import java.util.Optional;

/** Who is there, who belongs to whom, and who may do what. */
public final class PeopleVerbs {

    private final Moment moment;

    PeopleVerbs(Moment moment) {
        this.moment = moment;
    }

    public Account join(String login, String type, Optional<String> name) {
        if (moment.world().account(login).isPresent()) {
            throw new NotPossible("The login " + login + " is taken");
        }
        return moment.world().join(login, type, name);
    }

    /** The id stays; addresses with the old login lead nowhere. */
    public void rename(Account account, String login) {
        if (moment.world().account(login).isPresent()) {
            throw new NotPossible("The login " + login + " is taken");
        }
        moment.world().rename(account, login);
    }

    /** What the account did stays, under no name. */
    public void delete(Account account) {
        moment.world().remove(account);
    }

    public void addMember(Account organization, Account member, String role, Account by) {
        boolean isNew = moment.world().permissions().role(organization, member).isEmpty();
        moment.world().permissions().join(organization, member, role);
        if (isNew) {
            moment.tell(new Change.MemberChanged(organization, member, role, "member_added", by));
        }
    }

    public void removeMember(Account organization, Account member, Account by) {
        String role = moment.world().permissions().role(organization, member).orElse("member");
        moment.world().permissions().leave(organization, member);
        moment.tell(new Change.MemberChanged(organization, member, role, "member_removed", by));
    }

    public void addCollaborator(Repo repo, Account account, Permissions.Right right, Account by) {
        moment.world().permissions().collaborate(repo, account, right);
        moment.tell(new Change.CollaboratorChanged(repo, account, "added", by));
    }

    public void removeCollaborator(Repo repo, Account account, Account by) {
        moment.world().permissions().endCollaboration(repo, account);
        moment.tell(new Change.CollaboratorChanged(repo, account, "removed", by));
    }

    public Team createTeam(Account organization, String name, Optional<Team> parent, Account by) {
        Team team = new Team(moment.nextId(), organization, name, parent.orElse(null), moment.now());
        if (moment.world().permissions().team(organization, team.slug()).isPresent()) {
            throw new NotPossible("Name must be unique for this org");
        }
        moment.world().permissions().teams().add(team);
        moment.tell(new Change.TeamChanged(team, "created", by, Change.Detail.NONE));
        return team;
    }

    public void renameTeam(Team team, String name, Account by) {
        String before = team.name();
        team.rename(name);
        moment.tell(new Change.TeamChanged(team, "edited", by, new Change.Detail.Renamed(before)));
    }

    public void deleteTeam(Team team, Account by) {
        moment.world().permissions().teams().remove(team);
        moment.world().permissions().teams().stream()
                .filter(child -> child.parent().filter(team::equals).isPresent())
                .forEach(Team::orphan);
        moment.tell(new Change.TeamChanged(team, "deleted", by, Change.Detail.NONE));
    }

    /** @param role {@code member} or {@code maintainer} */
    public void addTo(Team team, Account member, String role, Account by) {
        if (team.members().put(member, role) == null) {
            moment.tell(new Change.TeamMemberChanged(team, member, "added", by));
        }
    }

    public void removeFrom(Team team, Account member, Account by) {
        if (team.members().remove(member) != null) {
            moment.tell(new Change.TeamMemberChanged(team, member, "removed", by));
        }
    }

    public void allow(Team team, Repo repo, Permissions.Right right, Account by) {
        if (team.repos().put(repo.id(), right) == null) {
            moment.tell(new Change.TeamRepoChanged(team, repo, "added_to_repository", by));
        }
    }

    public void disallow(Team team, Repo repo, Account by) {
        if (team.repos().remove(repo.id()) != null) {
            moment.tell(new Change.TeamRepoChanged(team, repo, "removed_from_repository", by));
        }
    }
}
