package dev.pulsehub.core.report;

import java.util.List;

/**
 * What a reader asks about: the same for every number of a page.
 *
 * @param personId who asks; row level security decides what they see
 * @param repos {@code owner/name} in any case; empty means all. Names the reader may not see are left out silently
 * @param bots whether things that bots opened count
 */
public record Selection(long personId, long organizationId, List<String> repos, Range range, boolean bots) {
    public Selection {
        repos = List.copyOf(repos);
    }
}
