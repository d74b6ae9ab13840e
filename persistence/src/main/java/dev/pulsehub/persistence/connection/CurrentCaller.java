package dev.pulsehub.persistence.connection;

/** In whose name this thread speaks to the database just now; nobody, unless {@link Transactions} said otherwise. */
final class CurrentCaller {

    private static final ThreadLocal<Caller> CURRENT = ThreadLocal.withInitial(Caller::none);

    private CurrentCaller() {}

    static Caller get() {
        return CURRENT.get();
    }

    /** Sets the caller until the scope is closed, which brings back the one before. */
    static Scope as(Caller caller) {
        Caller before = CURRENT.get();
        CURRENT.set(caller);
        return () -> CURRENT.set(before);
    }

    interface Scope extends AutoCloseable {
        @Override
        void close();
    }
}
