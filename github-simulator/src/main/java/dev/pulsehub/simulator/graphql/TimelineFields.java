package dev.pulsehub.simulator.graphql;

import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Happening;
import dev.pulsehub.simulator.world.Happening.Subject;
import dev.pulsehub.simulator.world.Pull;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Events of timelines. */
final class TimelineFields {

    private final Ground ground;

    private TimelineFields(Ground ground) {
        this.ground = ground;
    }

    static void add(Ground ground) {
        TimelineFields timeline = new TimelineFields(ground);
        timeline.ends();
        timeline.words();
        timeline.people();
        timeline.drafts();
        timeline.relations();
        ground.addressed(
                        ground.fields().of("CrossReferencedEvent", Part.Reference.class),
                        of -> Ground.path(of.source()))
                .put("id", of -> new NodeId("CrossReferencedEvent", of.source().id()).encoded())
                .put("actor", of -> of.source().author())
                .put("createdAt", of -> of.source().createdAt())
                .put("referencedAt", of -> of.source().createdAt())
                .put("isCrossRepository", of -> false)
                .put("willCloseTarget", of -> true)
                .put("source", Part.Reference::source)
                .put("target", Part.Reference::target);
    }

    /** The fields of every event, and the item under the names types give it. */
    private Fields.OfType<Part.Event> event(String type, String... itemNames) {
        Fields.OfType<Part.Event> fields = ground.fields().of(type, Part.Event.class);
        for (String name : itemNames) {
            fields.put(name, Part.Event::item);
        }
        return fields.put("id", event -> new NodeId(type, event.happening().id()).encoded())
                .put("createdAt", event -> event.happening().at())
                .put("actor", event -> event.happening().actor());
    }

    /** Answers from what the event is about; null where that is of another kind, as in old records. */
    private static <S extends Subject> void about(
            Fields.OfType<Part.Event> type,
            String field,
            Class<S> kind,
            BiFunction<Part.Event, S, @Nullable Object> answer) {
        type.put(
                field,
                event -> kind.isInstance(event.happening().subject())
                        ? answer.apply(event, kind.cast(event.happening().subject()))
                        : null);
    }

    private void ends() {
        Fields.OfType<Part.Event> closed = event("ClosedEvent", "closable");
        about(
                closed,
                "stateReason",
                Subject.Ended.class,
                (event, ended) -> ended.reason()
                        .map(reason -> reason.equals("duplicate") ? "not_planned" : reason)
                        .map(reason -> reason.toUpperCase(Locale.ROOT)));
        about(
                closed,
                "closer",
                Subject.Ended.class,
                (event, ended) -> ended.closer().<Object>map(pull -> pull).or(() -> commit(event, ended.sha())));
        event("ReopenedEvent", "closable").put("stateReason", event -> "REOPENED");
        Fields.OfType<Part.Event> merged = event("MergedEvent", "pullRequest")
                .put("mergeRefName", event -> event.item() instanceof Pull pull ? pull.baseRef() : null);
        about(merged, "commit", Subject.Ended.class, (event, ended) -> commit(event, ended.sha()));
    }

    private static Optional<Part.CommitIn> commit(Part.Event event, Optional<String> sha) {
        return sha.map(one -> CommitFields.commit(event.item().repo(), one));
    }

    private void words() {
        Fields.OfType<Part.Event> renamed = event("RenamedTitleEvent", "subject");
        about(renamed, "previousTitle", Subject.Renamed.class, (event, words) -> words.from());
        about(renamed, "currentTitle", Subject.Renamed.class, (event, words) -> words.to());
        for (String type : List.of("LabeledEvent", "UnlabeledEvent")) {
            about(
                    event(type, "labelable"),
                    "label",
                    Subject.OfLabel.class,
                    (event, of) -> new Part.LabelIn(event.item().repo(), of.label()));
        }
        for (String type : List.of("MilestonedEvent", "DemilestonedEvent")) {
            about(event(type, "subject"), "milestoneTitle", Subject.OfMilestone.class, (event, of) -> of.title());
        }
        event("LockedEvent", "lockable")
                .put(
                        "lockReason",
                        event -> event.item()
                                .lockReason()
                                .map(reason -> reason.replaceAll("[ -]", "_").toUpperCase(Locale.ROOT)));
        event("UnlockedEvent", "lockable");
    }

    private void people() {
        for (String type : List.of("AssignedEvent", "UnassignedEvent")) {
            Fields.OfType<Part.Event> assigned = event(type, "assignable");
            about(assigned, "assignee", Subject.OfAccount.class, (event, of) -> there(of.account()));
            about(
                    assigned,
                    "user",
                    Subject.OfAccount.class,
                    (event, of) ->
                            there(of.account()).filter(account -> account.type().equals("User")));
        }
        for (String type : List.of("ReviewRequestedEvent", "ReviewRequestRemovedEvent")) {
            event(type, "pullRequest").put("requestedReviewer", event -> reviewer(event.happening()));
        }
        Fields.OfType<Part.Event> dismissed = event("ReviewDismissedEvent", "pullRequest")
                .put("databaseId", event -> event.happening().id());
        about(dismissed, "dismissalMessage", Subject.OfReview.class, (event, of) -> of.message());
        about(
                dismissed,
                "previousReviewState",
                Subject.OfReview.class,
                (event, of) -> of.review().state());
        about(
                dismissed,
                "review",
                Subject.OfReview.class,
                (event, of) -> new Part.ReviewOf((Pull) event.item(), of.review()));
    }

    private static Optional<Account> there(Account account) {
        return Optional.of(account).filter(Account::exists);
    }

    private static @Nullable Object reviewer(Happening happening) {
        return switch (happening.subject()) {
            case Subject.OfAccount of -> there(of.account());
            case Subject.OfTeam of -> of.team();
            default -> null;
        };
    }

    private void drafts() {
        event("ReadyForReviewEvent", "pullRequest");
        event("ConvertToDraftEvent", "pullRequest");
        Fields.OfType<Part.Event> pushed = event("HeadRefForcePushedEvent", "pullRequest");
        about(
                pushed,
                "beforeCommit",
                Subject.Replaced.class,
                (event, replaced) -> replaced.before()
                        .map(commit -> Part.CommitIn.of(event.item().repo(), commit)));
        about(
                pushed,
                "afterCommit",
                Subject.Replaced.class,
                (event, replaced) -> replaced.after()
                        .map(commit -> Part.CommitIn.of(event.item().repo(), commit)));
        Fields.OfType<Part.Event> retargeted = event("BaseRefChangedEvent", "pullRequest")
                .put("databaseId", event -> event.happening().id());
        about(retargeted, "previousRefName", Subject.Retargeted.class, (event, names) -> names.from());
        about(retargeted, "currentRefName", Subject.Retargeted.class, (event, names) -> names.to());
        event("AddedToMergeQueueEvent", "pullRequest");
        event("RemovedFromMergeQueueEvent", "pullRequest").put("reason", event -> null);
    }

    private void relations() {
        event("TransferredEvent", "issue")
                .put(
                        "fromRepository",
                        event -> event.happening().subject() instanceof Subject.From from
                                ? ground.world().repos().stream()
                                        .filter(repo -> repo.fullName().equalsIgnoreCase(from.repo()))
                                        .findFirst()
                                : null);
        event("ConnectedEvent", "subject").put("isCrossRepository", event -> false);
        for (String type : List.of("SubIssueAddedEvent", "SubIssueRemovedEvent")) {
            about(event(type), "subIssue", Subject.OfIssue.class, (event, of) -> of.other());
        }
        for (String type : List.of("ParentIssueAddedEvent", "ParentIssueRemovedEvent")) {
            about(event(type), "parent", Subject.OfIssue.class, (event, of) -> of.other());
        }
    }
}
