package dev.pulsehub.simulator.graphql;

import dev.pulsehub.simulator.world.Comment;
import dev.pulsehub.simulator.world.Commit;
import dev.pulsehub.simulator.world.Deployment;
import dev.pulsehub.simulator.world.Happening;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Job;
import dev.pulsehub.simulator.world.Label;
import dev.pulsehub.simulator.world.Milestone;
import dev.pulsehub.simulator.world.Project;
import dev.pulsehub.simulator.world.ProjectField;
import dev.pulsehub.simulator.world.ProjectItem;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Release;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Review;
import dev.pulsehub.simulator.world.ReviewComment;
import dev.pulsehub.simulator.world.Run;
import dev.pulsehub.simulator.world.Workflow;
import java.util.Optional;

/** Something of the world together with what it belongs to, which its fields need. */
sealed interface Part {

    /** The type of the schema it has. */
    String type();

    record LabelIn(Repo repo, Label label) implements Part {
        @Override
        public String type() {
            return "Label";
        }
    }

    record MilestoneIn(Repo repo, Milestone milestone) implements Part {
        @Override
        public String type() {
            return "Milestone";
        }
    }

    record CommentOn(Item item, Comment comment) implements Part {
        @Override
        public String type() {
            return "IssueComment";
        }
    }

    record ReviewOf(Pull pull, Review review) implements Part {
        @Override
        public String type() {
            return "PullRequestReview";
        }
    }

    record LineComment(Pull pull, ReviewComment comment) implements Part {
        @Override
        public String type() {
            return "PullRequestReviewComment";
        }
    }

    /** @param asked a user or a team */
    record ReviewRequest(Pull pull, Object asked, long id) implements Part {
        @Override
        public String type() {
            return "ReviewRequest";
        }
    }

    record PullCommit(Pull pull, Commit commit) implements Part {
        @Override
        public String type() {
            return "PullRequestCommit";
        }
    }

    /** @param commit empty where only its hash is known */
    record CommitIn(Repo repo, String sha, Optional<Commit> commit) implements Part {

        static CommitIn of(Repo repo, Commit commit) {
            return new CommitIn(repo, commit.sha(), Optional.of(commit));
        }

        @Override
        public String type() {
            return "Commit";
        }
    }

    /** @param prefix {@code refs/heads/} or {@code refs/tags/} */
    record RefIn(Repo repo, String prefix, String name, String sha) implements Part {
        @Override
        public String type() {
            return "Ref";
        }
    }

    record Event(Item item, Happening happening) implements Part {
        @Override
        public String type() {
            return Happenings.typeOf(happening)
                    .orElseThrow(() -> new IllegalStateException("no type for " + happening));
        }
    }

    /** A pull request names an issue. */
    record Reference(Issue target, Pull source) implements Part {
        @Override
        public String type() {
            return "CrossReferencedEvent";
        }
    }

    record WorkflowIn(Repo repo, Workflow workflow) implements Part {
        @Override
        public String type() {
            return "Workflow";
        }
    }

    /** A run's other side: the check suite whose check runs are its jobs. */
    record Suite(Run run) implements Part {
        @Override
        public String type() {
            return "CheckSuite";
        }
    }

    record Check(Run run, Job job) implements Part {
        @Override
        public String type() {
            return "CheckRun";
        }
    }

    /** All checks of one commit together. */
    record Rollup(Repo repo, String sha) implements Part {
        @Override
        public String type() {
            return "StatusCheckRollup";
        }
    }

    record StatusOf(Deployment deployment, Deployment.Status status) implements Part {
        @Override
        public String type() {
            return "DeploymentStatus";
        }
    }

    record ReleaseIn(Repo repo, Release release) implements Part {
        @Override
        public String type() {
            return "Release";
        }
    }

    /** A project's item that is only a title. */
    record Draft(ProjectItem item) implements Part {
        @Override
        public String type() {
            return "DraftIssue";
        }
    }

    record Column(Project project, ProjectField field) implements Part {
        @Override
        public String type() {
            return switch (field) {
                case ProjectField.Plain plain -> "ProjectV2Field";
                case ProjectField.Choice choice -> "ProjectV2SingleSelectField";
                case ProjectField.Iterations iterations -> "ProjectV2IterationField";
            };
        }
    }

    record Cell(ProjectItem item, ProjectField field, ProjectItem.Entry entry) implements Part {
        @Override
        public String type() {
            return switch (entry.value()) {
                case ProjectField.Value.Text text -> "ProjectV2ItemFieldTextValue";
                case ProjectField.Value.Amount amount -> "ProjectV2ItemFieldNumberValue";
                case ProjectField.Value.Day day -> "ProjectV2ItemFieldDateValue";
                case ProjectField.Value.Chosen chosen -> "ProjectV2ItemFieldSingleSelectValue";
                case ProjectField.Value.Planned planned -> "ProjectV2ItemFieldIterationValue";
            };
        }
    }
}
