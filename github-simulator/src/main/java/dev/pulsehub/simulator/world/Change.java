package dev.pulsehub.simulator.world;

import java.util.Optional;

/** Something that GitHub would tell a webhook. */
public sealed interface Change {

    Account sender();

    /** GitHub's {@code action}; empty for events that have none. */
    String action();

    /** Where it happened, when it happened in a repository. */
    default Optional<Repo> repository() {
        return Optional.empty();
    }

    /** Whose hooks hear of it, beside the repository's. */
    Account owner();

    /** A change of a repository or of something in it. */
    sealed interface InRepo extends Change {

        Repo repo();

        @Override
        default Optional<Repo> repository() {
            return Optional.of(repo());
        }

        @Override
        default Account owner() {
            return repo().owner();
        }
    }

    /** A change of an organization's people, teams or projects. */
    sealed interface OfOrganization extends Change {

        Account organization();

        @Override
        default Account owner() {
            return organization();
        }
    }

    /** What exactly was changed, where GitHub says it. */
    sealed interface Detail {

        Detail NONE = new None();

        record None() implements Detail {}

        record Labelled(Label label) implements Detail {}

        record Renamed(String from) implements Detail {}

        /** Another field than the title or name that was edited, and what it said before. */
        record Edited(String field, String from) implements Detail {}

        record Pushed(String before, String after) implements Detail {}

        record Assigned(Account account) implements Detail {}

        record ReviewAsked(Account account) implements Detail {}

        record TeamReviewAsked(Team team) implements Detail {}

        record Planned(Milestone milestone) implements Detail {}

        record Typed(IssueType type) implements Detail {}

        /** The issue, or the repository, is now another's. */
        record Moved(Issue to) implements Detail {}

        record OwnerWas(Account account) implements Detail {}
    }

    record PullChanged(Pull pull, String action, Account sender, Detail detail) implements InRepo {
        @Override
        public Repo repo() {
            return pull.repo();
        }
    }

    record IssueChanged(Issue issue, String action, Account sender, Detail detail) implements InRepo {
        @Override
        public Repo repo() {
            return issue.repo();
        }
    }

    /** {@code submitted}, {@code edited} or {@code dismissed}. */
    record ReviewChanged(Pull pull, Review review, String action, Account sender) implements InRepo {
        @Override
        public Repo repo() {
            return pull.repo();
        }
    }

    record ReviewCommentChanged(Pull pull, ReviewComment comment, String action, Account sender, Detail detail)
            implements InRepo {
        @Override
        public Repo repo() {
            return pull.repo();
        }
    }

    /** {@code created}, {@code edited} or {@code deleted}. */
    record CommentChanged(Item item, Comment comment, String action, Account sender, Detail detail) implements InRepo {
        @Override
        public Repo repo() {
            return item.repo();
        }
    }

    /** {@code sub_issue_added} or {@code sub_issue_removed}. */
    record SubIssueChanged(Issue parent, Issue part, String action, Account sender) implements InRepo {
        @Override
        public Repo repo() {
            return parent.repo();
        }
    }

    /** {@code blocked_by_added} or {@code blocked_by_removed}. */
    record DependencyChanged(Issue blocked, Issue blocker, String action, Account sender) implements InRepo {
        @Override
        public Repo repo() {
            return blocked.repo();
        }
    }

    /**
     * A branch moved from one commit to another; GitHub names no action.
     *
     * @param forced what was there before is not an ancestor of what is there now
     */
    record BranchPushed(Repo repo, String branch, String before, Commit head, boolean forced, Account sender)
            implements InRepo {
        @Override
        public String action() {
            return "";
        }
    }

    /** A branch or tag came or went; GitHub names no action but two events. */
    record RefChanged(Repo repo, String refType, String ref, boolean created, Account sender) implements InRepo {
        @Override
        public String action() {
            return "";
        }
    }

    record RunChanged(Run run, String action, Account sender) implements InRepo {
        @Override
        public Repo repo() {
            return run.repo();
        }
    }

    record JobChanged(Run run, Job job, String action, Account sender) implements InRepo {
        @Override
        public Repo repo() {
            return run.repo();
        }
    }

    record DeploymentCreated(Deployment deployment, Account sender) implements InRepo {
        @Override
        public Repo repo() {
            return deployment.repo();
        }

        @Override
        public String action() {
            return "created";
        }
    }

    record DeploymentStatusCreated(Deployment deployment, Deployment.Status status, Account sender) implements InRepo {
        @Override
        public Repo repo() {
            return deployment.repo();
        }

        @Override
        public String action() {
            return "created";
        }
    }

    record ReleaseChanged(Repo repo, Release release, String action, Account sender) implements InRepo {}

    record LabelChanged(Repo repo, Label label, String action, Account sender, Detail detail) implements InRepo {}

    record MilestoneChanged(Repo repo, Milestone milestone, String action, Account sender, Detail detail)
            implements InRepo {}

    /**
     * {@code created}, {@code renamed}, {@code transferred}, {@code archived}, {@code privatized}, {@code deleted} ...
     */
    record RepositoryChanged(Repo repo, String action, Account sender, Detail detail) implements InRepo {}

    /** {@code created} or {@code deleted}. */
    record StarChanged(Repo repo, Star star, String action) implements InRepo {
        @Override
        public Account sender() {
            return star.account();
        }
    }

    record Forked(Repo repo, Repo fork, Account sender) implements InRepo {
        @Override
        public String action() {
            return "";
        }
    }

    /** Somebody was let into a repository, or out: GitHub's event {@code member}. */
    record CollaboratorChanged(Repo repo, Account member, String action, Account sender) implements InRepo {}

    /** {@code member_added} or {@code member_removed}: GitHub's event {@code organization}. */
    record MemberChanged(Account organization, Account member, String role, String action, Account sender)
            implements OfOrganization {}

    /** {@code created}, {@code edited} or {@code deleted}. */
    record TeamChanged(Team team, String action, Account sender, Detail detail) implements OfOrganization {
        @Override
        public Account organization() {
            return team.organization();
        }
    }

    /** {@code added_to_repository} or {@code removed_from_repository}. */
    record TeamRepoChanged(Team team, Repo repo, String action, Account sender) implements InRepo {}

    /** {@code added} or {@code removed}: GitHub's event {@code membership}. */
    record TeamMemberChanged(Team team, Account member, String action, Account sender) implements OfOrganization {
        @Override
        public Account organization() {
            return team.organization();
        }
    }

    /** {@code created}, {@code edited}, {@code closed}, {@code reopened} or {@code deleted}. */
    record ProjectChanged(Project project, String action, Account sender) implements OfOrganization {
        @Override
        public Account organization() {
            return project.owner();
        }
    }

    /** {@code created}, {@code edited}, {@code archived}, {@code restored}, {@code converted} or {@code deleted}. */
    record ProjectItemChanged(
            Project project, ProjectItem item, String action, Account sender, Optional<ProjectField> field)
            implements OfOrganization {
        @Override
        public Account organization() {
            return project.owner();
        }
    }
}
