package dev.pulsehub.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.persistence.session.SessionEnd;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle("dev.pulsehub.web.messages", Locale.ENGLISH);

    @ParameterizedTest
    @EnumSource
    void each_says_what_happened_and_what_to_do(Problem problem) {
        for (String part : new String[] {"title", "happened", "remedy"}) {
            assertThat(TEXTS.getString("signin.problem." + problem.key() + "." + part))
                    .isNotBlank();
        }
        assertThat(Problem.of(problem.key())).contains(problem);
    }

    @Test
    void every_end_of_a_session_is_told() {
        assertThat(Arrays.stream(SessionEnd.values())
                        .map(end -> Problem.of(end.name().toLowerCase(Locale.ROOT))))
                .allMatch(java.util.Optional::isPresent);
    }

    @Test
    void github_s_words_are_understood_and_unknown_ones_are_not_repeated() {
        assertThat(Problem.ofGitHub("access_denied")).isEqualTo(Problem.DENIED);
        assertThat(Problem.ofGitHub("bad_verification_code")).isEqualTo(Problem.CODE);
        assertThat(Problem.ofGitHub("application_suspended")).isEqualTo(Problem.SUSPENDED);
        assertThat(Problem.ofGitHub("<script>").place()).doesNotContain("<");
        assertThat(Problem.of("<script>")).isEmpty();
        assertThat(Problem.of(null)).isEmpty();
    }
}
