package dev.pulsehub.simulator.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is done to issues alone. */
public final class IssueVerbs {

    private final Moment moment;

    IssueVerbs(Moment moment) {
        this.moment = moment;
    }

    public Issue open(Repo repo, String title, Account author, List<String> labels) {
        return open(repo, title, Optional.empty(), author, labels);
    }

    public Issue open(Repo repo, String title, Optional<String> body, Account author, List<String> labels) {
        Issue issue = new Issue(repo, moment.nextId(), repo.nextNumber(), title, author.itself(), moment.now());
        issue.body(body.orElse(null));
        labels.forEach(label -> issue.labels().add(moment.label(repo, label)));
        repo.add(issue);
        repo.touch(moment.now());
        moment.tell(issue, "opened", author, Change.Detail.NONE);
        return issue;
    }

    /** Gives it a kind the organization has, or takes its kind away. */
    public void type(Issue issue, Account by, Optional<String> name) {
        Account organization = issue.repo().owner();
        Optional<IssueType> before = issue.type();
        Optional<IssueType> after = name.map(one -> moment.world()
                .typesOf(organization)
                .computeIfAbsent(
                        one, unknown -> new IssueType(moment.nextId(), one, one + " of " + organization, "gray")));
        issue.type(after.orElse(null));
        IssueType told = after.or(() -> before).orElseThrow(() -> new NotPossible("It has no type"));
        String kind = after.isPresent() ? "typed" : "untyped";
        moment.happened(
                issue,
                after.isEmpty() ? "issue_type_removed" : before.isEmpty() ? "issue_type_added" : "issue_type_changed",
                by,
                new Happening.Subject.OfType(told));
        moment.tell(issue, kind, by, new Change.Detail.Typed(told));
    }

    public void addPart(Issue parent, Issue part, Account by) {
        if (part.parent().isPresent() || parent.equals(part)) {
            throw new NotPossible("#" + part.number() + " is part of an issue already");
        }
        part.parent(parent);
        parent.subIssues().add(part);
        moment.happened(parent, "sub_issue_added", by, new Happening.Subject.OfIssue(part));
        moment.happened(part, "parent_issue_added", by, new Happening.Subject.OfIssue(parent));
        moment.tell(new Change.SubIssueChanged(parent, part, "sub_issue_added", by));
    }

    public void removePart(Issue parent, Issue part, Account by) {
        if (!parent.subIssues().remove(part)) {
            throw new NotPossible("#" + part.number() + " is not part of #" + parent.number());
        }
        part.parent(null);
        moment.happened(parent, "sub_issue_removed", by, new Happening.Subject.OfIssue(part));
        moment.happened(part, "parent_issue_removed", by, new Happening.Subject.OfIssue(parent));
        moment.tell(new Change.SubIssueChanged(parent, part, "sub_issue_removed", by));
    }

    public void block(Issue blocked, Issue blocker, Account by) {
        if (blocked.blockers().contains(blocker)) {
            return;
        }
        blocked.blockers().add(blocker);
        moment.happened(blocked, "blocked_by_added", by, new Happening.Subject.OfIssue(blocker));
        moment.tell(new Change.DependencyChanged(blocked, blocker, "blocked_by_added", by));
    }

    public void unblock(Issue blocked, Issue blocker, Account by) {
        if (!blocked.blockers().remove(blocker)) {
            throw new NotPossible("#" + blocker.number() + " does not block #" + blocked.number());
        }
        moment.happened(blocked, "blocked_by_removed", by, new Happening.Subject.OfIssue(blocker));
        moment.tell(new Change.DependencyChanged(blocked, blocker, "blocked_by_removed", by));
    }

    /** Moves it to another repository of the same owner, where it gets another id and number. */
    public Issue transfer(Issue issue, Account by, Repo target) {
        if (!target.owner().equals(issue.repo().owner()) || target.equals(issue.repo())) {
            throw new NotPossible("An issue moves to another repository of the same owner");
        }
        Issue moved = new Issue(
                target, moment.nextId(), target.nextNumber(), issue.title(), issue.author(), issue.createdAt());
        moved.body(issue.body().orElse(null));
        moved.type(issue.type().orElse(null));
        moved.comments().addAll(issue.comments());
        moved.happenings().addAll(issue.happenings());
        moved.assigned().addAll(issue.assigned());
        issue.labels().stream()
                .filter(label ->
                        target.labels().stream().anyMatch(one -> one.name().equals(label.name())))
                .forEach(label -> moved.labels().add(moment.label(target, label.name())));
        issue.closedAt().ifPresent(at -> moved.close(at, issue.closedBy().orElse(null)));
        issue.stateReason().ifPresent(moved::reason);
        replaceInFamily(issue, moved);
        target.add(moved);
        for (Project project : moment.world().projects()) {
            project.items().stream()
                    .filter(item -> item.content().filter(issue::equals).isPresent())
                    .forEach(item -> item.follow(moved));
        }
        issue.repo().depart(issue, new Departure.Transferred(moved));
        moment.happened(
                moved,
                "transferred",
                by,
                new Happening.Subject.From(issue.repo().fullName()));
        moment.tell(issue, "transferred", by, new Change.Detail.Moved(moved));
        moment.tell(moved, "opened", by, Change.Detail.NONE);
        return moved;
    }

    private static void replaceInFamily(Issue issue, Issue moved) {
        issue.parent().ifPresent(parent -> {
            parent.subIssues().replaceAll(one -> one.equals(issue) ? moved : one);
            moved.parent(parent);
        });
        for (Issue part : List.copyOf(issue.subIssues())) {
            part.parent(moved);
            moved.subIssues().add(part);
        }
        moved.blockers().addAll(issue.blockers());
    }

    /** Deletes it with its comments; its number is not given again. */
    public void delete(Issue issue, Account by) {
        issue.parent().ifPresent(parent -> parent.subIssues().remove(issue));
        new ArrayList<>(issue.subIssues()).forEach(part -> part.parent(null));
        issue.repo().issues().forEach(other -> other.blockers().remove(issue));
        issue.repo().pulls().forEach(pull -> pull.closes().remove(issue));
        issue.repo().depart(issue, new Departure.Deleted(moment.now()));
        for (Project project : moment.world().projects()) {
            project.items()
                    .removeIf(item -> item.content().filter(issue::equals).isPresent());
        }
        moment.tell(issue, "deleted", by, Change.Detail.NONE);
    }
}
