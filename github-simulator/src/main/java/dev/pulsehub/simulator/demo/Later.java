package dev.pulsehub.simulator.demo;

import org.jspecify.annotations.Nullable;

/** Something an earlier line of the script brings about and later lines speak of. */
final class Later<T> {

    private @Nullable T value;

    void set(T born) {
        value = born;
    }

    T get() {
        if (value == null) {
            throw new IllegalStateException("a line came before the one it depends on");
        }
        return value;
    }
}
