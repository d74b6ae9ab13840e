package dev.pulsehub.simulator.world;

import java.time.Instant;

/** The world at one moment: what all verbs share. */
record Moment(World world, Instant now) {

    long nextId() {
        return world.nextId();
    }

    void tell(Change change) {
        world.tell(change);
    }

    void happened(Item item, String kind, Account actor) {
        happened(item, kind, actor, Happening.Subject.NONE);
    }

    void happened(Item item, String kind, Account actor, Happening.Subject subject) {
        item.happenings().add(new Happening(nextId(), kind, now, actor.itself(), subject, false));
        item.touch(now);
        item.repo().touch(now);
    }

    void tell(Item item, String action, Account by, Change.Detail detail) {
        tell(
                switch (item) {
                    case Issue issue -> new Change.IssueChanged(issue, action, by, detail);
                    case Pull pull -> new Change.PullChanged(pull, action, by, detail);
                });
    }

    /** The repository's label of that name, made when it is new. */
    Label label(Repo repo, String name) {
        return repo.labelsByName()
                .computeIfAbsent(name, one -> new Label(nextId(), one, "%06x".formatted(one.hashCode() & 0xffffff)));
    }
}
