package dev.pulsehub.core.github;

import java.util.concurrent.atomic.AtomicInteger;

/** How many nodes one question asks for: halves when GitHub gives up, grows while it answers. Thread-safe. */
final class PageSize {

    private final int most;
    private final AtomicInteger size;

    PageSize(int first, int most) {
        this.most = most;
        this.size = new AtomicInteger(first);
    }

    int get() {
        return size.get();
    }

    /** Asks for half as much; false when one node is already all. */
    boolean halve() {
        return size.getAndUpdate(now -> Math.max(1, now / 2)) > 1;
    }

    void grow() {
        size.updateAndGet(now -> Math.min(most, now + Math.max(1, now / 2)));
    }
}
