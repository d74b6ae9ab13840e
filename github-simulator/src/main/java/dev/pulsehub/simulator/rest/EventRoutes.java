package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.world.Happening;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What happened to issues and pull requests: events alone, and with comments, reviews and commits as a timeline. */
final class EventRoutes {

    /** Events the timeline has and the lists of events have not. */
    private static final Set<String> IN_TIMELINE_ONLY = Set.of("connected");

    private final Area area;

    private EventRoutes(Area area) {
        this.area = area;
    }

    private record On(Item item, Happening happening) {}

    private record Entry(Instant at, long id, Supplier<ObjectNode> shape) {}

    static void add(Area area) {
        EventRoutes events = new EventRoutes(area);
        EventShapes shapes = area.shapes().events();
        area.routes()
                .repo(
                        "/issues/events",
                        (repo, ids, question) -> area.page(
                                question, events.all(repo), on -> shapes.eventWithIssue(on.item(), on.happening())));
        area.routes()
                .repo(
                        "/issues/events/*",
                        (repo, ids, question) -> Area.answer(
                                events.all(repo).stream()
                                        .filter(on -> Long.toString(
                                                        on.happening().id())
                                                .equals(ids.getFirst()))
                                        .findFirst(),
                                on -> shapes.eventWithIssue(on.item(), on.happening())));
        area.routes()
                .item(
                        "/events",
                        (item, ids, question) -> area.page(
                                question,
                                item.happenings().stream()
                                        .filter(one -> !IN_TIMELINE_ONLY.contains(one.kind()))
                                        .toList(),
                                happening -> shapes.event(item, happening)));
        area.routes()
                .item(
                        "/timeline",
                        (item, ids, question) -> area.page(
                                question,
                                events.timeline(item),
                                entry -> entry.shape().get()));
    }

    /** Newest first. */
    private List<On> all(Repo repo) {
        return repo.items().stream()
                .flatMap(item -> item.happenings().stream()
                        .filter(one -> !IN_TIMELINE_ONLY.contains(one.kind()))
                        .map(happening -> new On(item, happening)))
                .sorted(Comparator.comparing((On on) -> on.happening().at())
                        .thenComparing(on -> on.happening().id())
                        .reversed())
                .toList();
    }

    /** Oldest first. */
    private List<Entry> timeline(Item item) {
        EventShapes shapes = area.shapes().events();
        List<Entry> entries = new ArrayList<>();
        item.happenings().forEach(one -> entries.add(new Entry(one.at(), one.id(), () -> shapes.event(item, one))));
        item.comments()
                .forEach(one -> entries.add(new Entry(one.createdAt(), one.id(), () -> shapes.commented(item, one))));
        switch (item) {
            case Pull pull -> {
                pull.reviews()
                        .forEach(one ->
                                entries.add(new Entry(one.submittedAt(), one.id(), () -> shapes.reviewed(pull, one))));
                pull.commits()
                        .forEach(
                                one -> entries.add(new Entry(one.committedAt(), 0, () -> shapes.committed(pull, one))));
            }
            case Issue issue ->
                issue.repo()
                        .pulls()
                        .filter(pull -> pull.closes().contains(issue))
                        .forEach(pull -> entries.add(
                                new Entry(pull.createdAt(), pull.id(), () -> shapes.crossReferenced(issue, pull))));
        }
        entries.sort(Comparator.comparing(Entry::at).thenComparing(Entry::id));
        return entries;
    }
}
