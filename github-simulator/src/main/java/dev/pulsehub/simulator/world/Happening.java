package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.Optional;

/**
 * One event of an issue's or pull request's timeline.
 *
 * @param kind GitHub's REST name: closed, reopened, merged, ready_for_review, convert_to_draft, labeled, ...
 * @param subject what else the event names
 * @param implied supplied by the dataset loader because the state says it must have happened
 */
public record Happening(long id, String kind, Instant at, Optional<Account> actor, Subject subject, boolean implied) {

    @Override
    public Optional<Account> actor() {
        return Account.ifThere(actor);
    }

    /** Name of the label that came or went. */
    public Optional<String> label() {
        return subject instanceof Subject.OfLabel of ? Optional.of(of.label().name()) : Optional.empty();
    }

    /** For a force push, the commit it replaced. */
    public Optional<Commit> before() {
        return subject instanceof Subject.Replaced replaced ? replaced.before() : Optional.empty();
    }

    /** What an event is about, beside its item and its actor. */
    public sealed interface Subject {

        Subject NONE = new None();

        record None() implements Subject {}

        record OfLabel(Label label) implements Subject {}

        record OfAccount(Account account) implements Subject {}

        record OfTeam(Team team) implements Subject {}

        record OfMilestone(String title) implements Subject {}

        record OfReview(Review review, String message) implements Subject {}

        /** Another issue: a sub-issue, a parent, what blocks. */
        record OfIssue(Issue other) implements Subject {}

        record OfType(IssueType type) implements Subject {}

        record Renamed(String from, String to) implements Subject {}

        /** A new base branch. */
        record Retargeted(String from, String to) implements Subject {}

        /** A force push. */
        record Replaced(Optional<Commit> before, Optional<Commit> after) implements Subject {}

        /** Closed or merged, by a commit or a pull request where one did it. */
        record Ended(Optional<String> reason, Optional<Pull> closer, Optional<String> sha) implements Subject {}

        /** Transferred from another repository, whose name it had then. */
        record From(String repo) implements Subject {}

        record OfProject(Project project, String from, String to) implements Subject {}
    }
}
