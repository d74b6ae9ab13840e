package dev.pulsehub.simulator.generator;

/**
 * How much there is in a generated world, exactly.
 *
 * @param days how long ago its story begins
 * @param issues open ones included
 * @param pulls merged, closed and open ones
 * @param pullCommits commits of pull requests, while those on default branches are one for each merge
 * @param comments in conversations of issues and pull requests; those on lines are {@code reviewComments}
 * @param accounts people, bots and the organization
 */
public record WorldSize(
        int repos,
        int days,
        int issues,
        int openIssues,
        int pulls,
        int mergedPulls,
        int openPulls,
        int pullCommits,
        int reviews,
        int reviewComments,
        int comments,
        int runs,
        int milestones,
        int deployments,
        int releases,
        int accounts) {

    private static final int MOST = 1_000_000;
    private static final int FEWEST_ACCOUNTS = 12;
    private static final int FEWEST_DAYS = 14;

    public WorldSize {
        within("issues", issues, 0, MOST);
        within("pulls", pulls, 0, MOST);
        within("repos", repos, 1, 10_000);
        within("days", days, FEWEST_DAYS, 7_300);
        within("people", accounts, FEWEST_ACCOUNTS, MOST);
    }

    private static void within(String what, int number, int least, int most) {
        if (number < least || number > most) {
            throw new IllegalArgumentException("A world has " + least + " to " + most + " " + what + ", not " + number);
        }
    }

    /** The project that tools are compared on: one repository, three years. */
    public static WorldSize workedExample() {
        return new WorldSize(
                1, 1095, 10_000, 1_000, 10_000, 8_800, 200, 30_000, 30_000, 40_000, 60_000, 20_000, 50, 500, 100,
                1_000);
    }

    /** So many issues and pull requests, and of everything else what they bring with them in the worked example. */
    public static WorldSize of(int issues, int pulls, int repos, int days, int accounts) {
        long both = (long) issues + pulls;
        return new WorldSize(
                repos,
                days,
                issues,
                issues / 10,
                pulls,
                (int) (pulls * 88L / 100),
                pulls / 50,
                pulls * 3,
                pulls * 3,
                pulls * 4,
                (int) (both * 3),
                pulls * 2,
                (int) Math.min(both / 400 + 1, 60L * repos),
                pulls / 20,
                pulls / 100,
                accounts);
    }

    /** As many people as so much work needs. */
    public static int accountsFor(int issues, int pulls) {
        return FEWEST_ACCOUNTS + (issues + pulls) / 21;
    }

    /** Comments on issues; the rest are on pull requests. */
    int issueComments() {
        return pulls == 0 ? comments : (int) ((long) comments * issues / ((long) issues + pulls));
    }

    /** Runs that nobody's work started. */
    int nightlyRuns() {
        return pulls == 0 ? runs : runs / 10;
    }

    int closedPulls() {
        return pulls - mergedPulls - openPulls;
    }
}
