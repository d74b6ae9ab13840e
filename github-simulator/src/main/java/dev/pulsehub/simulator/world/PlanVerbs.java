package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.Optional;

/** A repository's milestones and labels. */
public final class PlanVerbs {

    private final Moment moment;

    PlanVerbs(Moment moment) {
        this.moment = moment;
    }

    public Milestone milestone(Repo repo, String title, Optional<Instant> dueAt, boolean open) {
        Instant now = moment.now();
        int number =
                repo.milestones().stream().mapToInt(Milestone::number).max().orElse(0) + 1;
        Milestone milestone = new Milestone(
                moment.nextId(), number, title, open, dueAt, now, now, open ? Optional.empty() : Optional.of(now));
        repo.add(milestone);
        moment.tell(new Change.MilestoneChanged(repo, milestone, "created", repo.owner(), Change.Detail.NONE));
        return milestone;
    }

    /** Another title or date. */
    public Milestone edit(Repo repo, Milestone milestone, String title, Optional<Instant> dueAt, Account by) {
        Milestone edited = new Milestone(
                milestone.id(),
                milestone.number(),
                title,
                milestone.open(),
                dueAt,
                milestone.createdAt(),
                moment.now(),
                milestone.closedAt());
        replace(repo, milestone, edited);
        moment.tell(
                new Change.MilestoneChanged(repo, edited, "edited", by, new Change.Detail.Renamed(milestone.title())));
        return edited;
    }

    /** Closes a milestone; what is planned for it stays so. */
    public Milestone close(Repo repo, Milestone milestone) {
        return opened(repo, milestone, false);
    }

    public Milestone reopen(Repo repo, Milestone milestone) {
        return opened(repo, milestone, true);
    }

    private Milestone opened(Repo repo, Milestone milestone, boolean open) {
        Milestone changed = new Milestone(
                milestone.id(),
                milestone.number(),
                milestone.title(),
                open,
                milestone.dueAt(),
                milestone.createdAt(),
                moment.now(),
                open ? Optional.empty() : Optional.of(moment.now()));
        replace(repo, milestone, changed);
        moment.tell(new Change.MilestoneChanged(
                repo, changed, open ? "opened" : "closed", repo.owner(), Change.Detail.NONE));
        return changed;
    }

    private static void replace(Repo repo, Milestone milestone, Milestone by) {
        repo.add(by);
        repo.items().stream()
                .filter(item -> item.milestone().filter(milestone::equals).isPresent())
                .forEach(item -> item.plan(by));
    }

    /** Takes it from everything that was planned for it. */
    public void delete(Repo repo, Milestone milestone, Account by) {
        repo.remove(milestone);
        repo.items().stream()
                .filter(item -> item.milestone().filter(milestone::equals).isPresent())
                .forEach(item -> item.plan(null));
        moment.tell(new Change.MilestoneChanged(repo, milestone, "deleted", by, Change.Detail.NONE));
    }

    public void plan(Item item, Milestone milestone) {
        plan(item, milestone, item.repo().owner());
    }

    public void plan(Item item, Milestone milestone, Account by) {
        item.plan(milestone);
        moment.happened(item, "milestoned", by, new Happening.Subject.OfMilestone(milestone.title()));
        moment.tell(item, "milestoned", by, new Change.Detail.Planned(milestone));
    }

    public void unplan(Item item, Account by) {
        Milestone milestone = item.milestone()
                .orElseThrow(() -> new NotPossible("#" + item.number() + " is planned for no milestone"));
        item.plan(null);
        moment.happened(item, "demilestoned", by, new Happening.Subject.OfMilestone(milestone.title()));
        moment.tell(item, "demilestoned", by, new Change.Detail.Planned(milestone));
    }

    /** Another name for a label, on everything that has it; nothing else of it is touched. */
    public Label renameLabel(Repo repo, String name, String newName, Account by) {
        Label before = label(repo, name);
        Label after = new Label(before.id(), newName, before.color());
        repo.labelsByName().remove(name);
        repo.labelsByName().put(newName, after);
        repo.items().forEach(item -> item.labels().replaceAll(one -> one.equals(before) ? after : one));
        moment.tell(new Change.LabelChanged(repo, after, "edited", by, new Change.Detail.Renamed(name)));
        return after;
    }

    public Label createLabel(Repo repo, String name, Account by) {
        if (repo.labelsByName().containsKey(name)) {
            throw new NotPossible("The label " + name + " exists already");
        }
        Label label = moment.label(repo, name);
        moment.tell(new Change.LabelChanged(repo, label, "created", by, Change.Detail.NONE));
        return label;
    }

    /** Takes it from everything that has it, without a word in the timelines. */
    public void deleteLabel(Repo repo, String name, Account by) {
        Label label = label(repo, name);
        repo.labelsByName().remove(name);
        repo.items().forEach(item -> item.labels().remove(label));
        moment.tell(new Change.LabelChanged(repo, label, "deleted", by, Change.Detail.NONE));
    }

    private static Label label(Repo repo, String name) {
        return Optional.ofNullable(repo.labelsByName().get(name))
                .orElseThrow(() -> new NotPossible(repo.fullName() + " has no label " + name));
    }
}
