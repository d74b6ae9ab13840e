package dev.pulsehub.simulator.world;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A pull request. */
public final class Pull extends Item {

    private final long issueId;
    private final String headRef;
    private final boolean headRepoGone;
    private final List<Review> reviews = new ArrayList<>(0);
    private final List<ReviewComment> reviewComments = new ArrayList<>(0);
    private final List<Commit> commits = new ArrayList<>(0);
    private final List<Account> reviewers = new ArrayList<>(0);
    private final List<Team> reviewingTeams = new ArrayList<>(0);
    private final List<Issue> closes = new ArrayList<>(0);
    private final List<FileChange> files = new ArrayList<>(0);
    private String baseRef;
    private String headSha;
    private boolean queued;
    private boolean draft;
    private int additions;
    private int deletions;
    private int changedFiles;
    private @Nullable Instant mergedAt;
    private @Nullable Account mergedBy;
    private @Nullable String mergeCommitSha;

    Pull(
            Repo repo,
            long id,
            long issueId,
            int number,
            String title,
            Optional<Account> author,
            Instant createdAt,
            Branches branches) {
        super(repo, id, number, title, author, createdAt);
        this.issueId = issueId;
        this.headRef = branches.headRef();
        this.baseRef = branches.baseRef();
        this.headSha = branches.headSha();
        this.headRepoGone = branches.headRepoGone();
    }

    /**
     * Where a pull request comes from and goes to.
     *
     * @param headRepoGone the fork it came from was deleted
     */
    public record Branches(String headRef, String headSha, String baseRef, boolean headRepoGone) {}

    /** The {@code id} of this pull request's entry in the list of issues. */
    public long issueId() {
        return issueId;
    }

    public String headRef() {
        return headRef;
    }

    public String baseRef() {
        return baseRef;
    }

    public String headSha() {
        return headSha;
    }

    public boolean headRepoGone() {
        return headRepoGone;
    }

    public boolean draft() {
        return draft;
    }

    public int additions() {
        return additions;
    }

    public int deletions() {
        return deletions;
    }

    public int changedFiles() {
        return changedFiles;
    }

    public Optional<Instant> mergedAt() {
        return Optional.ofNullable(mergedAt);
    }

    public Optional<Account> mergedBy() {
        return Account.ifThere(Optional.ofNullable(mergedBy));
    }

    public Optional<String> mergeCommitSha() {
        return Optional.ofNullable(mergeCommitSha);
    }

    public List<Review> reviews() {
        return reviews;
    }

    public List<ReviewComment> reviewComments() {
        return reviewComments;
    }

    public List<Commit> commits() {
        return commits;
    }

    /** Whose review is asked for and not given yet. */
    public List<Account> requestedReviewers() {
        return reviewers.stream().filter(Account::exists).toList();
    }

    public List<Team> requestedTeams() {
        return reviewingTeams;
    }

    /** Issues that its merge closes. */
    public List<Issue> closes() {
        return closes;
    }

    /** Waits in the merge queue. */
    public boolean queued() {
        return queued;
    }

    /** The files it changes; made up from its size where none were recorded. */
    public List<FileChange> files() {
        return files.isEmpty() ? FileChange.madeUp(this) : files;
    }

    /** GraphQL's state: OPEN, MERGED or CLOSED. */
    public String state() {
        if (mergedAt != null) {
            return "MERGED";
        }
        return isOpen() ? "OPEN" : "CLOSED";
    }

    List<Account> asked() {
        return reviewers;
    }

    List<FileChange> recordedFiles() {
        return files;
    }

    void queue(boolean isQueued) {
        queued = isQueued;
    }

    void retarget(String newBase) {
        baseRef = newBase;
    }

    void draft(boolean isDraft) {
        draft = isDraft;
    }

    void size(int added, int deleted, int files) {
        additions = added;
        deletions = deleted;
        changedFiles = files;
    }

    void head(String sha) {
        headSha = sha;
    }

    void merge(Instant at, @Nullable Account by, @Nullable String sha) {
        mergedAt = at;
        mergedBy = by;
        mergeCommitSha = sha;
        close(at, by);
    }
}
