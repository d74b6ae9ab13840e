package dev.pulsehub.simulator.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Gives tokens for codes, for devices people allowed, and for renewals; every refusal comes with status 200. */
final class TokenEndpoint {

    private static final String DOCS =
            "https://docs.github.com/apps/managing-oauth-apps/troubleshooting-oauth-app-access-token-request-errors/";
    private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";

    private final Apps apps;
    private final Grants grants;
    private final Devices devices;

    TokenEndpoint(Apps apps, Grants grants, Devices devices) {
        this.apps = apps;
        this.grants = grants;
        this.devices = devices;
    }

    Map<String, Object> answer(Map<String, String> asked) {
        String clientId = asked.getOrDefault("client_id", "");
        String kind = asked.getOrDefault("grant_type", "");
        if (kind.equals(DEVICE)) { // a device keeps no secret
            return apps.app(clientId)
                    .map(app -> forDevice(app, asked.getOrDefault("device_code", "")))
                    .orElseGet(TokenEndpoint::wrongCredentials);
        }
        Optional<App> app = apps.app(clientId, asked.getOrDefault("client_secret", ""));
        if (app.isEmpty()) {
            return wrongCredentials();
        }
        if (kind.equals("refresh_token")) {
            return grants.renew(app.get(), asked.getOrDefault("refresh_token", ""))
                    .orElseGet(() -> error("bad_refresh_token", "The refresh token passed is incorrect or expired."));
        }
        if (!kind.isEmpty() && !kind.equals("authorization_code")) {
            return error("unsupported_grant_type", "The grant type is not supported.");
        }
        return forCode(app.get(), asked);
    }

    private Map<String, Object> forDevice(App app, String deviceCode) {
        return switch (devices.ask(app, deviceCode)) {
            case Devices.Outcome.Allowed allowed -> grants.token(app, allowed.by(), allowed.scopes());
            case Devices.Outcome.NotYet notYet -> {
                Map<String, Object> answer = error(notYet.error(), notYet.description());
                if (notYet.interval() > 0) {
                    answer.put("interval", notYet.interval());
                }
                yield answer;
            }
        };
    }

    private Map<String, Object> forCode(App app, Map<String, String> asked) {
        Optional<Grants.Code> code = grants.take(asked.getOrDefault("code", ""), app.clientId());
        if (code.isEmpty() || !verifies(code.get(), asked.getOrDefault("code_verifier", ""))) {
            return error("bad_verification_code", "The code passed is incorrect or expired.");
        }
        String sentTo = asked.getOrDefault("redirect_uri", "");
        if (!sentTo.isEmpty() && !sentTo.equals(code.get().redirectUri())) {
            return error(
                    "redirect_uri_mismatch",
                    "The redirect_uri MUST match the registered callback URL for this application.");
        }
        return grants.token(app, code.get().account(), code.get().scopes());
    }

    private static boolean verifies(Grants.Code code, String verifier) {
        if (code.challenge().isEmpty()) {
            return true;
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).equals(code.challenge());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> wrongCredentials() {
        return error("incorrect_client_credentials", "The client_id and/or client_secret passed are incorrect.");
    }

    private static Map<String, Object> error(String error, String description) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("error", error);
        answer.put("error_description", description);
        answer.put("error_uri", DOCS + "#" + error.replace('_', '-'));
        return answer;
    }
}
