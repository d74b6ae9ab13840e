package dev.pulsehub.simulator.world;

/** Something that GitHub would tell a webhook. */
public sealed interface Change {

    Repo repo();

    Account sender();

    /** GitHub's {@code action}. */
    String action();

    /** What exactly was changed, where GitHub says it. */
    sealed interface Detail {

        Detail NONE = new None();

        record None() implements Detail {}

        record Labelled(Label label) implements Detail {}

        record Renamed(String from) implements Detail {}

        record Pushed(String before, String after) implements Detail {}
    }

    record PullChanged(Pull pull, String action, Account sender, Detail detail) implements Change {
        @Override
        public Repo repo() {
            return pull.repo();
        }
    }

    record IssueChanged(Issue issue, String action, Account sender, Detail detail) implements Change {
        @Override
        public Repo repo() {
            return issue.repo();
        }
    }

    record ReviewSubmitted(Pull pull, Review review, Account sender) implements Change {
        @Override
        public Repo repo() {
            return pull.repo();
        }

        @Override
        public String action() {
            return "submitted";
        }
    }

    record Commented(Item item, Comment comment, Account sender) implements Change {
        @Override
        public Repo repo() {
            return item.repo();
        }

        @Override
        public String action() {
            return "created";
        }
    }

    /** The default branch moved from one commit to the next; GitHub names no action. */
    record BranchPushed(Repo repo, String before, Commit head, Account sender) implements Change {
        @Override
        public String action() {
            return "";
        }
    }

    record RunChanged(Run run, String action, Account sender) implements Change {
        @Override
        public Repo repo() {
            return run.repo();
        }
    }
}
