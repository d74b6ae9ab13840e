package dev.pulsehub.core.report;

import java.util.List;

/**
 * Everything the Overview shows, read in one transaction so that its parts agree.
 *
 * @param attention the longest waiting of each kind first, at most seven
 * @param attentionTotal how many things wait in all
 */
public record Overview(
        Scope scope,
        Window window,
        List<Headline> headlines,
        List<TrendPoint> trend,
        List<ThroughputPoint> throughput,
        List<Attention> attention,
        long attentionTotal,
        List<RepoComparison> repos) {

    /** The headline of the key; every key has one. */
    public Headline headline(Headline.Key key) {
        return headlines.stream().filter(one -> one.key() == key).findFirst().orElseThrow();
    }
}
