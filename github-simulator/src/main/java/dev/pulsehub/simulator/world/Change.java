package dev.pulsehub.simulator.world;

import java.util.Optional;

/** Something that GitHub would tell a webhook. */
public sealed interface Change {

    Repo repo();

    Account sender();

    /** GitHub's {@code action}. */
    String action();

    record PullChanged(Pull pull, String action, Account sender, Optional<Label> label) implements Change {
        @Override
        public Repo repo() {
            return pull.repo();
        }
    }

    record IssueChanged(Issue issue, String action, Account sender, Optional<Label> label) implements Change {
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

    record RunChanged(Run run, String action, Account sender) implements Change {
        @Override
        public Repo repo() {
            return run.repo();
        }
    }
}
