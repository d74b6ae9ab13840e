package dev.pulsehub.simulator.signin;

import dev.pulsehub.simulator.world.Account;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Codes people gave to apps, and the tokens apps got for them. Thread-safe. */
final class Grants {

    private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final InstantSource clock;
    private final Map<String, Access> tokens;
    private final Map<String, Code> codes = new ConcurrentHashMap<>();

    /** @param tokens shared with the API, which they open */
    Grants(InstantSource clock, Map<String, Access> tokens) {
        this.clock = clock;
        this.tokens = tokens;
    }

    /**
     * What a person allowed.
     *
     * @param scopes with blanks, as asked
     * @param challenge PKCE, S256; empty without
     */
    record Code(String clientId, Account account, String scopes, String redirectUri, String challenge, Instant until) {

        List<String> granted() {
            return List.of(scopes.strip().split("[ ,]+", -1));
        }
    }

    String allow(Account account, String clientId, String scopes, String redirectUri, String challenge) {
        String code = random(10);
        codes.put(
                code,
                new Code(
                        clientId,
                        account,
                        scopes,
                        redirectUri,
                        challenge,
                        clock.instant().plus(CODE_LIFETIME)));
        return code;
    }

    /** A code works once and for ten minutes, and only for the app it was given to. */
    Optional<Code> take(String code, String clientId) {
        return Optional.ofNullable(codes.remove(code))
                .filter(one -> one.clientId().equals(clientId))
                .filter(one -> one.until().isAfter(clock.instant()));
    }

    String token(Code code) {
        String token = "gho_" + random(18);
        tokens.put(token, new Access(code.account(), String.join(", ", code.granted()), code.clientId()));
        return token;
    }

    Optional<Access> find(String token, String clientId) {
        return Optional.ofNullable(tokens.get(token))
                .filter(access -> access.clientId().equals(clientId));
    }

    void revoke(String token) {
        tokens.remove(token);
    }

    /** All the app's tokens of one person. */
    void revokeAll(Access access) {
        tokens.values().removeIf(access::isLike);
    }

    private static String random(int bytes) {
        byte[] drawn = new byte[bytes];
        RANDOM.nextBytes(drawn);
        return HexFormat.of().formatHex(drawn);
    }
}
