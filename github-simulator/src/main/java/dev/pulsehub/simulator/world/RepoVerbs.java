package dev.pulsehub.simulator.world;

import java.util.Optional;

/** What is done to a repository as a whole, and to its branches, tags and releases. */
public final class RepoVerbs {

    private final Moment moment;

    RepoVerbs(Moment moment) {
        this.moment = moment;
    }

    public Repo create(Account owner, String name, boolean isPrivate, Account by) {
        free(owner, name);
        Repo.Profile profile =
                new Repo.Profile(Optional.empty(), Optional.empty(), "main", isPrivate, false, false, 0, 0);
        Repo repo = moment.world().addRepo(moment.nextId(), owner, name, profile, moment.now());
        changed(repo, "created", by, Change.Detail.NONE);
        return repo;
    }

    /** The old name leads to it until somebody takes it. */
    public void rename(Repo repo, Account by, String name) {
        free(repo.owner(), name);
        String before = repo.name();
        moment.world().moved(repo.owner().login(), before, repo);
        repo.rename(repo.owner(), name);
        changed(repo, "renamed", by, new Change.Detail.Renamed(before));
    }

    /** Gives it to another account, under which it keeps its id and everything in it. */
    public void transfer(Repo repo, Account by, Account newOwner) {
        free(newOwner, repo.name());
        Account before = repo.owner();
        moment.world().moved(before.login(), repo.name(), repo);
        repo.rename(newOwner, repo.name());
        changed(repo, "transferred", by, new Change.Detail.OwnerWas(before));
    }

    private void free(Account owner, String name) {
        if (moment.world().repo(owner.login(), name).isPresent()) {
            throw new NotPossible("Name already exists on this account");
        }
    }

    public void archive(Repo repo, Account by, boolean archived) {
        repo.profile(profile -> profile.archived(archived));
        changed(repo, archived ? "archived" : "unarchived", by, Change.Detail.NONE);
    }

    /** Blocks it because of a copyright complaint, or lets it be seen again. GitHub tells nobody. */
    public void block(Repo repo, boolean blocked) {
        repo.block(blocked ? moment.now() : null);
    }

    public void hide(Repo repo, Account by, boolean isPrivate) {
        repo.profile(profile -> profile.asPrivate(isPrivate));
        changed(repo, isPrivate ? "privatized" : "publicized", by, Change.Detail.NONE);
    }

    /** Deletes it with everything in it. */
    public void delete(Repo repo, Account by) {
        moment.world().remove(repo);
        for (Project project : moment.world().projects()) {
            project.items()
                    .removeIf(item -> item.content()
                            .filter(one -> one.repo().equals(repo))
                            .isPresent());
        }
        changed(repo, "deleted", by, Change.Detail.NONE);
    }

    private void changed(Repo repo, String action, Account by, Change.Detail detail) {
        repo.touch(moment.now());
        moment.tell(new Change.RepositoryChanged(repo, action, by, detail));
    }

    public void star(Repo repo, Account by) {
        if (repo.stars().stream().anyMatch(star -> star.account().equals(by))) {
            throw new NotPossible(by.login() + " has starred " + repo.fullName() + " already");
        }
        Star star = new Star(by, moment.now());
        repo.stars().add(star);
        repo.profile(profile -> profile.starred(1));
        moment.tell(new Change.StarChanged(repo, star, "created"));
    }

    /** Takes a star back; of those nobody saw being given, any may go. */
    public void unstar(Repo repo, Account by) {
        Star star = repo.stars().stream()
                .filter(one -> one.account().equals(by))
                .findFirst()
                .orElse(new Star(by, moment.now()));
        repo.stars().remove(star);
        repo.profile(profile -> profile.starred(-1));
        moment.tell(new Change.StarChanged(repo, star, "deleted"));
    }

    public Repo fork(Repo repo, Account by) {
        free(by, repo.name());
        Repo.Profile origin = repo.profile();
        Repo.Profile profile = new Repo.Profile(
                origin.description(), origin.language(), origin.defaultBranch(), false, true, false, 0, 0);
        Repo fork = moment.world().addRepo(moment.nextId(), by, repo.name(), profile, moment.now());
        fork.commits().addAll(repo.commits());
        repo.profile(one -> one.forked(1));
        moment.tell(new Change.Forked(repo, fork, by));
        return fork;
    }

    /** Pushes to the default branch past any pull request. */
    public void push(Repo repo, Account by, Commit commit) {
        String before = repo.commits().isEmpty()
                ? MergeMethod.NO_COMMIT
                : repo.commits().getLast().sha();
        repo.commits().add(commit);
        repo.pushed(moment.now());
        moment.tell(new Change.BranchPushed(repo, repo.profile().defaultBranch(), before, commit, false, by));
    }

    /** Takes the newest commits of the default branch away and puts another in their place. */
    public void forcePush(Repo repo, Account by, int dropped, Commit commit) {
        if (dropped > repo.commits().size()) {
            throw new NotPossible(
                    repo.fullName() + " has only " + repo.commits().size() + " commits");
        }
        String before = repo.commits().isEmpty()
                ? MergeMethod.NO_COMMIT
                : repo.commits().getLast().sha();
        for (int i = 0; i < dropped; i++) {
            Commit gone = repo.commits().removeLast();
            repo.otherCommits().put(gone.sha(), gone);
        }
        repo.commits().add(commit);
        repo.pushed(moment.now());
        moment.tell(new Change.BranchPushed(repo, repo.profile().defaultBranch(), before, commit, true, by));
    }

    /** Makes a branch, or moves it, to a commit that may be new. */
    public void branch(Repo repo, Account by, String name, Commit head) {
        boolean created = repo.branchHeads().put(name, head.sha()) == null;
        repo.otherCommits().putIfAbsent(head.sha(), head);
        repo.pushed(moment.now());
        if (created) {
            moment.tell(new Change.RefChanged(repo, "branch", name, true, by));
        }
    }

    public void deleteBranch(Repo repo, Account by, String name) {
        if (repo.branchHeads().remove(name) == null) {
            throw new NotPossible(repo.fullName() + " has no branch " + name);
        }
        moment.tell(new Change.RefChanged(repo, "branch", name, false, by));
    }

    public void tag(Repo repo, Account by, String name, String sha) {
        if (repo.tags().putIfAbsent(name, sha) != null) {
            throw new NotPossible("The tag " + name + " exists already");
        }
        repo.pushed(moment.now());
        moment.tell(new Change.RefChanged(repo, "tag", name, true, by));
    }

    /** Releases what the tag marks; a draft is told to nobody. */
    public Release release(Repo repo, Account by, String tag, String name, boolean prerelease, boolean draft) {
        return release(repo, by, tag, name, "", prerelease, draft);
    }

    /** @param notes what is new in it */
    public Release release(
            Repo repo, Account by, String tag, String name, String notes, boolean prerelease, boolean draft) {
        Release release = new Release(
                moment.nextId(),
                tag,
                repo.profile().defaultBranch(),
                name,
                notes,
                prerelease,
                Optional.of(by),
                moment.now(),
                draft ? Optional.empty() : Optional.of(moment.now()));
        repo.add(release);
        if (!draft) {
            published(repo, release, by);
        }
        return release;
    }

    public Release publish(Repo repo, Release release, Account by) {
        Release published = release.published(moment.now());
        repo.add(published);
        published(repo, published, by);
        return published;
    }

    private void published(Repo repo, Release release, Account by) {
        if (!repo.commits().isEmpty()) {
            repo.tags().putIfAbsent(release.tag(), repo.commits().getLast().sha());
        }
        repo.touch(moment.now());
        moment.tell(new Change.ReleaseChanged(repo, release, "published", by));
        moment.tell(new Change.ReleaseChanged(repo, release, release.prerelease() ? "prereleased" : "released", by));
    }

    public void deleteRelease(Repo repo, Release release, Account by) {
        repo.remove(release);
        moment.tell(new Change.ReleaseChanged(repo, release, "deleted", by));
    }
}
