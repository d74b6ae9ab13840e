package dev.pulsehub.simulator.script;

import org.jspecify.annotations.Nullable;

/** Something an earlier line of the script brings about and later lines speak of. */
public final class Later<T> {

    private @Nullable T value;

    public void set(T born) {
        value = born;
    }

    public T get() {
        if (value == null) {
            throw new IllegalStateException("a line came before the one it depends on");
        }
        return value;
    }
}
