package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A commit of a pull request or of a default branch.
 *
 * @param author the GitHub account behind the author's address; empty when there is none
 */
public record Commit(
        String sha,
        Optional<Account> author,
        String authorName,
        String authorEmail,
        Instant authoredAt,
        Instant committedAt,
        String message,
        List<String> parents,
        Size size) {

    public Commit {
        parents = List.copyOf(parents);
    }

    /** A commit whose lines nobody counted. */
    public Commit(
            String sha,
            Optional<Account> author,
            String authorName,
            String authorEmail,
            Instant authoredAt,
            Instant committedAt,
            String message,
            List<String> parents) {
        this(sha, author, authorName, authorEmail, authoredAt, committedAt, message, parents, Size.NONE);
    }

    @Override
    public Optional<Account> author() {
        return Account.ifThere(author);
    }

    /** The same change as a commit of its own on top of another. */
    Commit onto(String newSha, String parent, Instant at) {
        return new Commit(newSha, author, authorName, authorEmail, authoredAt, at, message, List.of(parent), size);
    }

    /** Lines added and deleted and files touched. */
    public record Size(int additions, int deletions, int files) {
        public static final Size NONE = new Size(0, 0, 0);
    }
}
