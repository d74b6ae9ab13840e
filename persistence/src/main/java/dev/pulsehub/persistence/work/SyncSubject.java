package dev.pulsehub.persistence.work;

import java.util.Locale;

/**
 * What is to be synchronised. There is at most one job per subject.
 *
 * @param repoId GitHub's id; zero for the whole organization
 * @param number of the issue or pull request to be fetched again; zero for anything larger
 */
public record SyncSubject(long organizationId, Kind kind, long repoId, int number) {

    /** How much a job covers. */
    public enum Kind {
        /** The list of repositories of the organization's GitHub accounts. */
        ACCOUNT,
        /** Everything of one repository that changed. */
        REPO,
        /** One issue whose stored state cannot be trusted. */
        ISSUE,
        /** One pull request whose stored state cannot be trusted. */
        PULL,
        /** One repository's default branch, which somebody pushed to. */
        COMMITS,
        /** One repository's deployments and releases. */
        DEPLOYMENTS,
        /** How much of everything one repository has, held against what is stored. */
        TOTALS,
        /** Every issue and pull request of one repository, held against what is stored. */
        INVENTORY;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }

    public static SyncSubject account(long organizationId) {
        return new SyncSubject(organizationId, Kind.ACCOUNT, 0, 0);
    }

    public static SyncSubject repo(long organizationId, long repoId) {
        return new SyncSubject(organizationId, Kind.REPO, repoId, 0);
    }

    public static SyncSubject commits(long organizationId, long repoId) {
        return new SyncSubject(organizationId, Kind.COMMITS, repoId, 0);
    }

    public static SyncSubject deployments(long organizationId, long repoId) {
        return new SyncSubject(organizationId, Kind.DEPLOYMENTS, repoId, 0);
    }

    public static SyncSubject totals(long organizationId, long repoId) {
        return new SyncSubject(organizationId, Kind.TOTALS, repoId, 0);
    }

    public static SyncSubject inventory(long organizationId, long repoId) {
        return new SyncSubject(organizationId, Kind.INVENTORY, repoId, 0);
    }

    public static SyncSubject issue(long organizationId, long repoId, int number) {
        return new SyncSubject(organizationId, Kind.ISSUE, repoId, number);
    }

    public static SyncSubject pull(long organizationId, long repoId, int number) {
        return new SyncSubject(organizationId, Kind.PULL, repoId, number);
    }
}
