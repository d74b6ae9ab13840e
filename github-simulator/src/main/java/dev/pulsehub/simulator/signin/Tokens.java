package dev.pulsehub.simulator.signin;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Every token there is and what it opens. Thread-safe. */
public final class Tokens {

    private final InstantSource clock;
    private final Map<String, Access> byText = new ConcurrentHashMap<>();

    public Tokens(InstantSource clock) {
        this.clock = clock;
    }

    public void put(String token, Access access) {
        byText.put(token, access);
    }

    /** What a token opens; empty when it is unknown, ended or taken back. */
    public Optional<Access> find(String token) {
        return Optional.ofNullable(byText.get(token))
                .filter(access ->
                        access.until().map(end -> end.isAfter(clock.instant())).orElse(true));
    }

    /** How many live ones there are of this kind. */
    public long count(Predicate<Access> kind) {
        return byText.keySet().stream()
                .filter(token -> find(token).filter(kind).isPresent())
                .count();
    }

    public void remove(String token) {
        byText.remove(token);
    }

    /** Takes back every token of this kind. */
    public void removeIf(Predicate<Access> kind) {
        byText.values().removeIf(kind);
    }
}
