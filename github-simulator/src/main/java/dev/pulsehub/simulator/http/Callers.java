package dev.pulsehub.simulator.http;

import dev.pulsehub.simulator.rest.Answer;
import dev.pulsehub.simulator.signin.Access;
import dev.pulsehub.simulator.signin.Apps;
import dev.pulsehub.simulator.signin.Assertion;
import dev.pulsehub.simulator.signin.Reach;
import dev.pulsehub.simulator.signin.Tokens;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds out who asks, from {@code Authorization: token}, {@code Bearer} or {@code Basic}. */
final class Callers {

    private final Tokens tokens;
    private final Apps apps;
    private final InstantSource clock;

    Callers(Tokens tokens, Apps apps, InstantSource clock) {
        this.tokens = tokens;
        this.apps = apps;
        this.clock = clock;
    }

    /** Who asks, or why nobody is let in. */
    sealed interface Caller {

        record Known(Access access) implements Caller {}

        record Refused(Answer answer) implements Caller {}
    }

    /** The token a request carries; empty without one. Of a Basic login it is the password, or the name. */
    static String token(Call call) {
        String header = call.header("Authorization").orElse("").strip();
        List<String> parts = List.of(header.split("\\s+", 2));
        if (parts.size() < 2) {
            return header;
        }
        return switch (parts.getFirst().toLowerCase(Locale.ROOT)) {
            case "bearer", "token" -> parts.getLast().strip();
            case "basic" -> ofLogin(parts.getLast());
            default -> header;
        };
    }

    private static String ofLogin(String encoded) {
        try {
            String login = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
            List<String> parts = List.of(login.split(":", 2));
            boolean isName = parts.size() < 2
                    || parts.getLast().isEmpty()
                    || parts.getLast().equals("x-oauth-basic");
            return isName ? parts.getFirst() : parts.getLast();
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }

    Caller of(String token) {
        if (token.isEmpty()) {
            return new Caller.Known(Access.anonymous());
        }
        if (Assertion.isOne(token)) {
            return switch (Assertion.check(token, apps, clock.instant())) {
                case Assertion.Verdict.Accepted accepted -> new Caller.Known(Access.ofApp(accepted.app()));
                case Assertion.Verdict.Refused refused ->
                    new Caller.Refused(Answer.error(refused.status(), refused.message()));
            };
        }
        Optional<Access> access = tokens.find(token);
        if (access.isEmpty()) {
            return new Caller.Refused(Answer.error(401, "Bad credentials"));
        }
        if (access.get().reach() instanceof Reach.Installed installed
                && installed.installation().suspendedAt().isPresent()) {
            return new Caller.Refused(Answer.error(403, "This installation has been suspended"));
        }
        return new Caller.Known(access.get());
    }
}
