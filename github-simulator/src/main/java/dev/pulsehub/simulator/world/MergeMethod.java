package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a pull request's commits come into the base branch. */
public enum MergeMethod {
    /** All of them and one that joins both lines. */
    MERGE {
        @Override
        void add(Pull pull, Account by, String sha, Instant at) {
            List<Commit> branch = pull.repo().commits();
            List<String> parents = new ArrayList<>(parents(branch));
            branch.addAll(pull.commits());
            parents.add(pull.headSha());
            String message = "Merge pull request #" + pull.number() + " from " + pull.headRef() + "\n\n" + pull.title();
            branch.add(commit(pull, Optional.of(by), sha, message, parents, at));
        }
    },
    /** One commit that holds all of them. */
    SQUASH {
        @Override
        void add(Pull pull, Account by, String sha, Instant at) {
            List<Commit> branch = pull.repo().commits();
            String message = pull.title() + " (#" + pull.number() + ")" + coAuthors(pull);
            branch.add(commit(pull, pull.author().or(() -> Optional.of(by)), sha, message, parents(branch), at));
        }
    },
    /** Each of them anew on top of the base; the last one has the sha that was asked for. */
    REBASE {
        @Override
        void add(Pull pull, Account by, String sha, Instant at) {
            List<Commit> branch = pull.repo().commits();
            List<Commit> commits = pull.commits();
            for (int i = 0; i < commits.size(); i++) {
                String parent = branch.isEmpty() ? NO_COMMIT : branch.getLast().sha();
                String own = i == commits.size() - 1
                        ? sha
                        : "%02x".formatted(i % 256)
                                + sha.substring(2, 20)
                                + commits.get(i).sha().substring(20);
                branch.add(commits.get(i).onto(own, parent, at));
            }
        }
    };

    static final String NO_COMMIT = "0".repeat(40);

    abstract void add(Pull pull, Account by, String sha, Instant at);

    /** Brings the commits into the default branch and says which one was its head before. */
    String append(Pull pull, Account by, String sha, Instant at) {
        List<Commit> branch = pull.repo().commits();
        String before = branch.isEmpty() ? NO_COMMIT : branch.getLast().sha();
        add(pull, by, sha, at);
        return before;
    }

    private static List<String> parents(List<Commit> branch) {
        return branch.isEmpty() ? List.of() : List.of(branch.getLast().sha());
    }

    private static Commit commit(
            Pull pull, Optional<Account> author, String sha, String message, List<String> parents, Instant at) {
        String login = author.map(Account::login).orElse("ghost");
        return new Commit(
                sha,
                author,
                author.flatMap(Account::name).orElse(login),
                login + "@users.example",
                at,
                at,
                message,
                parents,
                new Commit.Size(pull.additions(), pull.deletions(), pull.changedFiles()));
    }

    /** GitHub names everybody else whose commits are squashed. */
    private static String coAuthors(Pull pull) {
        StringBuilder trailers = new StringBuilder();
        pull.commits().stream()
                .filter(commit -> !commit.author().equals(pull.author()))
                .map(commit -> "Co-authored-by: " + commit.authorName() + " <" + commit.authorEmail() + ">")
                .distinct()
                .forEach(trailer ->
                        trailers.append(trailers.isEmpty() ? "\n\n" : "\n").append(trailer));
        return trailers.toString();
    }
}
