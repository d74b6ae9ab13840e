package dev.pulsehub.simulator.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.world.Change;
import dev.pulsehub.simulator.world.Repo;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Tells every hook of what it hears of, one delivery after the other, and remembers what was sent. */
public final class Webhooks implements Consumer<Change>, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration KEPT = Duration.ofDays(3);

    /** GitHub sends nothing where the payload is larger. */
    private static final int MOST_BYTES = 25 * 1024 * 1024;

    private final Function<Change, Telling> payloads;
    private final Installed installed;
    private final InstantSource clock;
    private final Courier courier = new Courier();
    private final Mishaps mishaps = new Mishaps();
    private final ScheduledExecutorService road = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhooks").factory());
    private final Map<Long, Hook> hooks = new LinkedHashMap<>();
    private final Map<String, Delivery> deliveries = new LinkedHashMap<>();
    private final List<Sent> log = new ArrayList<>();
    private long lastId = 400_000_000;

    public Webhooks(Function<Change, Telling> payloads, Installed installed, InstantSource clock) {
        this.payloads = payloads;
        this.installed = installed;
        this.clock = clock;
    }

    /** What webhooks are told of a change: the event, as {@code X-GitHub-Event} carries it, and its body. */
    public record Telling(String event, ObjectNode body) {}

    /** Where apps are installed. */
    public interface Installed {

        /** What an app's hook is told of its installation where a change happened; empty where it has none. */
        Optional<ObjectNode> installation(long app, Change change);
    }

    /** Where deliveries of everything go and what signs them. */
    public record Target(String url, String secret) {
        public Target {
            Hook.requireAddress(url);
        }
    }

    /**
     * One event on its way to one hook, and how the last attempt ended.
     *
     * @param status HTTP status, or 0 when nobody answered
     */
    public record Delivery(
            String guid, String event, String action, byte[] payload, int attempts, int status, long hookId) {

        Delivery attempted(int newStatus) {
            return new Delivery(guid, event, action, payload, attempts + 1, newStatus, hookId);
        }
    }

    public Mishaps mishaps() {
        return mishaps;
    }

    /** Sends whatever a mishap still holds back, and lets nothing go wrong from now on. */
    public void endMishaps() {
        mishaps.end().forEach(letter -> road.execute(() -> deliver(letter, false, Optional.empty())));
    }

    /** Sends everything to this address from now on, beginning with a ping. */
    public void sendTo(Target target) {
        Instant now = clock.instant();
        synchronized (this) {
            hooks.remove(1L);
        }
        register(new Hook(
                1, "Organization", 0, target.url(), Optional.of(target.secret()), List.of("*"), false, true, now, now));
    }

    /** An id for a hook to be registered. */
    public synchronized long nextId() {
        return ++lastId;
    }

    /** Adds a hook, and pings it, or replaces the one with its id. */
    public void register(Hook hook) {
        boolean isNew;
        synchronized (this) {
            Hook before = hooks.put(hook.id(), hook);
            isNew = before == null || !before.url().equals(hook.url());
        }
        if (isNew) {
            ping(hook);
        }
    }

    public synchronized void remove(Hook hook) {
        hooks.remove(hook.id());
    }

    /** Hooks of one repository or organization. */
    public synchronized List<Hook> of(String scope, long target) {
        return hooks.values().stream().filter(hook -> hook.isOf(scope, target)).toList();
    }

    public void ping(Hook hook) {
        ObjectNode body = JSON.createObjectNode();
        body.put("zen", "Keep it logically awesome.");
        body.put("hook_id", hook.id());
        ObjectNode node = body.putObject("hook");
        node.put("type", hook.isOfApp() ? "App" : hook.scope())
                .put("id", hook.id())
                .put("name", "web")
                .put("active", hook.active());
        hook.events().forEach(node.putArray("events")::add);
        node.put("created_at", hook.createdAt().toString());
        node.put("updated_at", hook.updatedAt().toString());
        node.putObject("config")
                .put("content_type", hook.form() ? "form" : "json")
                .put("insecure_ssl", "0")
                .put("url", hook.url());
        send(hook, "ping", "", bytes(body), Optional.empty());
    }

    /** Every event that was to be told, in their order, with how its last attempt ended. */
    public synchronized List<Delivery> deliveries() {
        return List.copyOf(deliveries.values());
    }

    /** A hook's attempts of the last three days, newest first. */
    public synchronized List<Sent> log(Hook hook) {
        Instant oldest = clock.instant().minus(KEPT);
        return log.reversed().stream()
                .filter(sent -> sent.hook().id() == hook.id() && !sent.at().isBefore(oldest))
                .toList();
    }

    /** Sends a delivery again under the same GUID. */
    public boolean redeliver(String guid) {
        Optional<Mishaps.Letter> letter = letter(guid);
        letter.ifPresent(one -> road.execute(() -> deliver(one, true, Optional.empty())));
        return letter.isPresent();
    }

    private synchronized Optional<Mishaps.Letter> letter(String guid) {
        Delivery known = deliveries.get(guid);
        Hook hook = known == null ? null : hooks.get(known.hookId());
        return hook == null || known == null
                ? Optional.empty()
                : Optional.of(
                        new Mishaps.Letter(hook, guid, new Message(known.event(), known.action(), known.payload())));
    }

    @Override
    public void accept(Change change) {
        List<Hook> listening = listening(change);
        if (listening.isEmpty()) {
            return;
        }
        Telling telling = payloads.apply(change);
        byte[] payload = bytes(telling.body());
        Optional<Long> repository = change.repository().map(Repo::id);
        for (Hook hook : listening) {
            if (hook.hears(telling.event()) && payload.length <= MOST_BYTES) {
                if (hook.isOfApp()) {
                    installed
                            .installation(hook.target(), change)
                            .map(installation -> bytes(telling.body().deepCopy().set("installation", installation)))
                            .ifPresent(whole -> send(hook, telling.event(), change.action(), whole, repository));
                } else {
                    send(hook, telling.event(), change.action(), payload, repository);
                }
            }
        }
    }

    private synchronized List<Hook> listening(Change change) {
        long owner = change.owner().id();
        Optional<Long> repository = change.repository().map(Repo::id);
        return hooks.values().stream()
                .filter(hook -> hook.target() == 0
                        || hook.isOfApp()
                        || hook.isOf("Organization", owner)
                        || repository.filter(id -> hook.isOf("Repository", id)).isPresent())
                .toList();
    }

    /** Tells a hook of something made up, as a burst of a test does. */
    public void send(Hook hook, String event, String action, byte[] payload, Optional<Long> repository) {
        String guid = UUID.randomUUID().toString();
        synchronized (this) {
            deliveries.put(guid, new Delivery(guid, event, action, payload, 0, 0, hook.id()));
        }
        Mishaps.Letter letter = new Mishaps.Letter(hook, guid, new Message(event, action, payload));
        for (Mishaps.Letter due : mishaps.pass(letter)) {
            road.schedule(() -> deliver(due, false, repository), mishaps.delay().toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void deliver(Mishaps.Letter letter, boolean again, Optional<Long> repository) {
        Instant at = clock.instant();
        long begun = System.nanoTime();
        Courier.Outcome outcome = courier.deliver(letter);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        synchronized (this) {
            @Nullable Delivery known = deliveries.get(letter.guid());
            if (known != null) {
                deliveries.put(letter.guid(), known.attempted(outcome.status()));
            }
            log.add(new Sent(
                    ++lastId,
                    letter.guid(),
                    letter.hook(),
                    letter.message(),
                    at,
                    took,
                    again,
                    outcome.status(),
                    outcome.says(),
                    outcome.sent(),
                    outcome.received(),
                    outcome.body(),
                    repository));
        }
    }

    private static byte[] bytes(ObjectNode body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        road.shutdownNow();
    }
}
