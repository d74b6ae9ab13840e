package dev.pulsehub.simulator.signin;

import dev.pulsehub.simulator.world.Account;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Codes people gave to apps, and the tokens apps got for them. Thread-safe. */
final class Grants {

    private static final Duration CODE_LIFETIME = Duration.ofMinutes(10);
    private static final Duration USER_TOKEN_LIFETIME = Duration.ofHours(8);
    private static final Duration REFRESH_LIFETIME = Duration.ofDays(184);

    private final InstantSource clock;
    private final Tokens tokens;
    private final Apps apps;
    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final Map<String, Refresh> refreshes = new ConcurrentHashMap<>();

    /** @param tokens shared with the API, which they open */
    Grants(InstantSource clock, Tokens tokens, Apps apps) {
        this.clock = clock;
        this.tokens = tokens;
        this.apps = apps;
    }

    /**
     * What a person allowed.
     *
     * @param scopes with blanks
     * @param challenge PKCE, S256; empty without
     */
    record Code(String clientId, Account account, String scopes, String redirectUri, String challenge, Instant until) {}

    /** What renews a person's token for a GitHub App; works once and ends the token before. */
    private record Refresh(String clientId, Account account, String token, Instant until) {}

    static List<String> scopes(String text) {
        return Stream.of(text.strip().split("[ ,]+", -1)).distinct().toList();
    }

    String allow(Account account, String clientId, String scopes, String redirectUri, String challenge) {
        String code = Secrets.text(20);
        Instant until = clock.instant().plus(CODE_LIFETIME);
        codes.put(code, new Code(clientId, account, scopes, redirectUri, challenge, until));
        return code;
    }

    /** A code works once and for ten minutes, and only for the app it was given to. */
    Optional<Code> take(String code, String clientId) {
        return Optional.ofNullable(codes.remove(code))
                .filter(one -> one.clientId().equals(clientId))
                .filter(one -> one.until().isAfter(clock.instant()));
    }

    /** What the token endpoint answers: a token with scopes, or for a GitHub App one that ends and can be renewed. */
    Map<String, Object> token(App app, Account account, String scopes) {
        Map<String, Object> answer = new LinkedHashMap<>();
        switch (app) {
            case OAuthApp oauth -> {
                String token = "gho_" + Secrets.text(36);
                tokens.put(token, Access.ofOAuthApp(account, String.join(", ", scopes(scopes)), app.clientId()));
                answer.put("access_token", token);
                answer.put("scope", String.join(",", scopes(scopes)));
            }
            case GitHubApp gitHub -> answer.putAll(expiring(gitHub, account));
        }
        answer.put("token_type", "bearer");
        return answer;
    }

    private Map<String, Object> expiring(GitHubApp app, Account account) {
        String token = "ghu_" + Secrets.text(36);
        String refresh = "ghr_" + Secrets.text(76);
        Instant now = clock.instant();
        tokens.put(
                token,
                new Access(
                        Access.Kind.USER_OF_APP,
                        account,
                        "",
                        app.clientId(),
                        new Reach.OnBehalf(apps, app),
                        Optional.of(now.plus(USER_TOKEN_LIFETIME))));
        refreshes.put(refresh, new Refresh(app.clientId(), account, token, now.plus(REFRESH_LIFETIME)));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", token);
        answer.put("expires_in", USER_TOKEN_LIFETIME.toSeconds());
        answer.put("refresh_token", refresh);
        answer.put("refresh_token_expires_in", REFRESH_LIFETIME.toSeconds());
        answer.put("scope", "");
        return answer;
    }

    /** A new token and a new renewal for an old renewal; both old ones end. */
    Optional<Map<String, Object>> renew(App app, String refreshToken) {
        return Optional.ofNullable(refreshes.get(refreshToken))
                .filter(one -> one.clientId().equals(app.clientId()))
                .filter(one -> refreshes.remove(refreshToken, one))
                .filter(one -> one.until().isAfter(clock.instant()))
                .map(one -> {
                    tokens.remove(one.token());
                    return token(app, one.account(), "");
                });
    }

    Optional<Access> find(String token, String clientId) {
        return tokens.find(token).filter(access -> access.clientId().equals(clientId));
    }

    void revoke(String token) {
        tokens.remove(token);
        refreshes.values().removeIf(one -> one.token().equals(token));
    }

    /** All the app's tokens of one person. */
    void revokeAll(Access access) {
        tokens.removeIf(access::isLike);
        refreshes
                .values()
                .removeIf(one -> one.clientId().equals(access.clientId())
                        && one.account().equals(access.account()));
    }
}
