package dev.pulsehub.web.live;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * When each kind of each repository last changed, as far as this process has heard: tells a page what it missed between
 * being rendered and listening, or while its line was broken.
 */
final class RecentChanges {

    /** A repository as one organization sees it. */
    record Place(long organizationId, long repoId) {}

    private final Map<Place, Map<String, Long>> lastHeard = new ConcurrentHashMap<>();

    void heard(Place place, Collection<String> kinds, long atMillis) {
        Map<String, Long> ofPlace = lastHeard.computeIfAbsent(place, unheardOf -> new ConcurrentHashMap<>());
        kinds.forEach(kind -> ofPlace.merge(kind, atMillis, Math::max));
    }

    /** The kinds heard of at that time or later, in these places. */
    Set<String> since(long millis, Set<Place> places) {
        Set<String> kinds = new TreeSet<>();
        for (Place place : places) {
            lastHeard.getOrDefault(place, Map.of()).forEach((kind, at) -> {
                if (at >= millis) {
                    kinds.add(kind);
                }
            });
        }
        return kinds;
    }
}
