package dev.pulsehub.simulator.signin;

import dev.pulsehub.simulator.world.Account;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Devices that wait for a person to allow them elsewhere. Thread-safe. */
final class Devices {

    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final Duration SLOWER = Duration.ofSeconds(5);

    private final InstantSource clock;
    private final Map<String, Device> byCode = new ConcurrentHashMap<>();

    Devices(InstantSource clock) {
        this.clock = clock;
    }

    /** One device, and what a person said of it. */
    private static final class Device {
        private final String clientId;
        private final String userCode;
        private final String scopes;
        private final Instant until;
        private Duration interval = Duration.ofSeconds(5);
        private Instant asked = Instant.MIN;
        private Optional<Account> allowedBy = Optional.empty();
        private String granted = "";
        private boolean denied;

        private Device(String clientId, String userCode, String scopes, Instant until) {
            this.clientId = clientId;
            this.userCode = userCode;
            this.scopes = scopes;
            this.until = until;
        }
    }

    /** What came of a device's asking. */
    sealed interface Outcome {

        record Allowed(Account by, String scopes) implements Outcome {}

        /** @param interval seconds to wait between two questions from now on; 0 where nothing is said of it */
        record NotYet(String error, String description, long interval) implements Outcome {}
    }

    /** What a device needs to wait, as GitHub answers it. */
    Map<String, Object> begin(App app, String scopes, String webUrl) {
        String deviceCode = Secrets.text(40);
        String userCode = Secrets.readable(4) + "-" + Secrets.readable(4);
        byCode.put(
                deviceCode,
                new Device(app.clientId(), userCode, scopes, clock.instant().plus(LIFETIME)));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("device_code", deviceCode);
        answer.put("user_code", userCode);
        answer.put("verification_uri", webUrl + "/login/device");
        answer.put("expires_in", LIFETIME.toSeconds());
        answer.put("interval", 5);
        return answer;
    }

    /** Whom a code a person typed belongs to: client id and scopes. */
    record Waiting(String clientId, String scopes) {}

    Optional<Waiting> waiting(String userCode) {
        return device(userCode).map(one -> new Waiting(one.clientId, one.scopes));
    }

    /** The person's word on it. */
    void decide(String userCode, Account person, boolean allow, String granted) {
        device(userCode).ifPresent(device -> {
            synchronized (device) {
                device.denied = !allow;
                device.granted = granted;
                device.allowedBy = allow ? Optional.of(person) : Optional.empty();
            }
        });
    }

    private Optional<Device> device(String userCode) {
        String plain = userCode.replace("-", "").strip().toUpperCase(Locale.ROOT);
        return byCode.values().stream()
                .filter(one -> one.userCode.replace("-", "").equals(plain))
                .filter(one -> one.until.isAfter(clock.instant()))
                .filter(one -> one.allowedBy.isEmpty() && !one.denied)
                .findFirst();
    }

    /** What a device is told; whoever asks too soon has to wait five seconds longer from then on. */
    Outcome ask(App app, String deviceCode) {
        Device device = byCode.get(deviceCode);
        if (device == null || !device.clientId.equals(app.clientId())) {
            return new Outcome.NotYet("incorrect_device_code", "The device_code provided is not valid.", 0);
        }
        synchronized (device) {
            Instant now = clock.instant();
            if (!device.until.isAfter(now)) {
                return new Outcome.NotYet("expired_token", "The device code has expired. Please request a new one.", 0);
            }
            boolean early = now.isBefore(device.asked.plus(device.interval));
            device.asked = now;
            if (early) {
                device.interval = device.interval.plus(SLOWER);
                return new Outcome.NotYet(
                        "slow_down",
                        "Too many requests have been made in the same timeframe.",
                        device.interval.toSeconds());
            }
            if (device.denied) {
                byCode.remove(deviceCode);
                return new Outcome.NotYet("access_denied", "The authorization request was denied.", 0);
            }
            if (device.allowedBy.isEmpty()) {
                return new Outcome.NotYet("authorization_pending", "The authorization request is still pending.", 0);
            }
            byCode.remove(deviceCode);
            return new Outcome.Allowed(device.allowedBy.get(), device.granted);
        }
    }
}
