package dev.pulsehub.web.dashboard;

import dev.pulsehub.core.report.RepoComparison;
import dev.pulsehub.web.faces.Formats;
import dev.pulsehub.web.faces.PageLink;
import java.util.Locale;

/**
 * One repository of the comparison, ready to print.
 *
 * @param bar width of its bar in percent of the busiest one's
 * @param change against the time before; empty text without both
 * @param changeStyle {@code better}, {@code worse} or {@code none}
 */
public record RepoLine(
        String repo,
        String href,
        String merged,
        String mergedHref,
        String bar,
        String cycle,
        String change,
        String changeStyle,
        String open,
        String openHref,
        String runs,
        String runsHref) {

    static RepoLine of(RepoComparison repo, long most, PageLink here) {
        PageLink only = here.without("page").with("repo", repo.repo());
        boolean compared = repo.cycleToMerge().isPresent()
                && repo.cycleBefore().filter(value -> value > 0).isPresent();
        double change = compared
                ? repo.cycleToMerge().orElseThrow() / repo.cycleBefore().orElseThrow() - 1
                : 0;
        return new RepoLine(
                repo.repo(),
                only.at("/app").toString(),
                Formats.number(repo.merged()),
                only.at("/app/pulls").with("state", "merged").toString(),
                String.format(Locale.ROOT, "%.1f%%", most == 0 ? 0 : 100.0 * repo.merged() / most),
                Formats.duration(repo.cycleToMerge()),
                compared ? String.format(Locale.ROOT, "%+.0f %%", change * 100) : "",
                !compared || Math.abs(change) < 0.005 ? "none" : change < 0 ? "better" : "worse",
                Formats.number(repo.open()),
                only.at("/app/pulls")
                        .without("range", "from", "to")
                        .with("state", "open")
                        .with("range", "all")
                        .toString(),
                Formats.share(repo.runSuccess()),
                only.at("/app/ci").with("judged", "1").toString());
    }
}
