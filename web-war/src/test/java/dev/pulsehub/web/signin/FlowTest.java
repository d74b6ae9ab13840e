package dev.pulsehub.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FlowTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Flow flow = Flow.begin("/app/pulls", NOON);

    @Test
    void only_its_own_state_answers_it_and_only_for_ten_minutes() {
        assertThat(flow.isAnsweredBy(flow.state(), NOON)).isTrue();
        assertThat(flow.isAnsweredBy(
                        flow.state(), NOON.plus(Duration.ofMinutes(10)).minusMillis(1)))
                .isTrue();
        assertThat(flow.isAnsweredBy(flow.state(), NOON.plus(Duration.ofMinutes(10))))
                .isFalse();
        assertThat(flow.isAnsweredBy("", NOON)).isFalse();
        assertThat(flow.isAnsweredBy(Flow.begin("/app", NOON).state(), NOON)).isFalse();
    }

    @Test
    void the_challenge_is_the_one_of_rfc_7636() {
        Flow known = new Flow("state", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", "/app", NOON);

        assertThat(known.challenge()).isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void it_survives_its_text_and_nothing_else_is_one() {
        assertThat(Flow.read(flow.text())).contains(flow);
        assertThat(Flow.read("{}")).isEmpty();
        assertThat(Flow.read("a session's secret")).isEmpty();
        assertThat(Flow.read("{\"state\":1,\"verifier\":2,\"back\":3,\"until\":4}"))
                .isEmpty();
    }

    @Test
    void state_and_verifier_are_long_and_never_the_same() {
        Flow another = Flow.begin("/app/pulls", NOON);

        assertThat(flow.state()).hasSize(43).isNotEqualTo(another.state()).isNotEqualTo(flow.verifier());
        assertThat(flow.verifier()).hasSize(43).isNotEqualTo(another.verifier());
    }
}
