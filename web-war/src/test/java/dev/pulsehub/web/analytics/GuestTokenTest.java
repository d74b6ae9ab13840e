package dev.pulsehub.web.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pulsehub.core.config.Secret;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuestTokenTest {

    private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
    private static final RowRules RULES = new RowRules(List.of("organization_id IN (7)", "repository_id IN (1,2)"));
    private static final GuestToken TOKENS = new GuestToken(new Secret("0123456789abcdef0123456789abcdef"));

    @Test
    void says_who_may_see_which_dashboard_and_which_rows_for_five_minutes() {
        JsonObject claims = claims(token());

        assertThat(claims.getJsonObject("user").getString("username")).isEqualTo("person-3");
        assertThat(claims.getJsonArray("resources").getValuesAs(JsonObject.class))
                .extracting(one -> one.getString("id"))
                .containsExactly(
                        AnalyticsDashboard.ISSUE_VELOCITY.wide().toString(),
                        AnalyticsDashboard.ISSUE_VELOCITY.narrow().toString());
        assertThat(claims.getJsonArray("rls_rules").getValuesAs(JsonObject.class))
                .allMatch(one -> one.size() == 1)
                .extracting(one -> one.getString("clause"))
                .containsExactly("organization_id IN (7)", "repository_id IN (1,2)");
        assertThat(claims.getJsonNumber("iat").longValue()).isEqualTo(NOW.getEpochSecond() - 10);
        assertThat(claims.getJsonNumber("exp").longValue()).isEqualTo(NOW.getEpochSecond() + 300);
        assertThat(claims.getString("aud")).isEqualTo("pulse-hub-superset");
        assertThat(claims.getString("type")).isEqualTo("guest");
    }

    @Test
    void is_never_written_without_rules() {
        assertThatThrownBy(() -> TOKENS.write(3, AnalyticsDashboard.ISSUE_VELOCITY, new RowRules(List.of()), NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void serves_its_own_person_until_it_ends() {
        assertThat(TOKENS.isFor(3, token(), NOW.plusSeconds(299))).isTrue();
        assertThat(TOKENS.isFor(3, token(), NOW.plusSeconds(300))).isFalse();
        assertThat(TOKENS.isFor(4, token(), NOW)).isFalse();
        assertThat(new GuestToken(new Secret("another")).isFor(3, token(), NOW)).isFalse();
    }

    @Test
    void is_refused_in_every_shape_but_its_own() {
        String token = token();
        String unsigned = encoded("{\"alg\":\"none\"}") + token.substring(token.indexOf('.'));
        String rewritten = token.substring(0, token.indexOf('.') + 1)
                + encoded("{\"user\":{\"username\":\"person-3\"},\"exp\":99999999999}")
                + token.substring(token.lastIndexOf('.'));

        for (String broken : List.of("", ".", "..", "a.b.c", unsigned, rewritten, token + "x", token.substring(1))) {
            assertThat(TOKENS.isFor(3, broken, NOW)).as(broken).isFalse();
        }
    }

    private static String token() {
        return TOKENS.write(3, AnalyticsDashboard.ISSUE_VELOCITY, RULES, NOW);
    }

    private static JsonObject claims(String token) {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return Json.createReader(new StringReader(new String(claims, StandardCharsets.UTF_8)))
                .readObject();
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
