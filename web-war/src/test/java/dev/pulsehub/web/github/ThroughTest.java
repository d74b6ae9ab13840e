package dev.pulsehub.web.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ThroughTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Through through =
            new Through(URI.create("https://api.github.com"), URI.create("https://pulse.example"));

    @Test
    void the_next_page_is_asked_for_through_us() {
        assertThat(answered(Map.of("Link", "<https://api.github.com/repositories/7/issues?page=2>; rel=\"next\"")))
                .containsEntry("Link", "<https://pulse.example/api/github/repositories/7/issues?page=2>; rel=\"next\"");
        assertThat(answered(Map.of("Location", "https://api.github.com/repositories/7")))
                .containsEntry("Location", "https://pulse.example/api/github/repositories/7");
        assertThat(answered(Map.of("Location", "https://codeload.github.com/x")))
                .containsEntry("Location", "https://codeload.github.com/x");
    }

    @Test
    void nothing_goes_through_that_is_not_named() {
        assertThat(answered(Map.of(
                        "Set-Cookie", "a=b",
                        "X-OAuth-Scopes", "repo",
                        "Content-Security-Policy", "x",
                        "Access-Control-Allow-Origin", "*",
                        "X-RateLimit-Remaining", "7")))
                .containsOnlyKeys("X-RateLimit-Remaining");
    }

    @Test
    void github_hears_nothing_of_our_cookies_and_tokens() {
        Map<String, String> sent = Map.of(
                "Cookie", "ph_session=x",
                "Authorization", "Bearer ph_x",
                "Host", "pulse.example",
                "X-Forwarded-For", "203.0.113.9",
                "Accept", "application/json",
                "If-None-Match", "\"e\"");

        assertThat(Through.asked(sent::get)).containsOnlyKeys("Accept", "If-None-Match");
    }

    @Test
    void a_file_becomes_no_page_of_ours() {
        assertThat(answered(Map.of("Content-Type", "text/html")))
                .containsEntry("Content-Type", "text/plain; charset=utf-8");
        assertThat(answered(Map.of("Content-Type", "image/svg+xml")))
                .containsEntry("Content-Type", "text/plain; charset=utf-8");
        assertThat(answered(Map.of("Content-Type", "application/json; charset=utf-8")))
                .containsEntry("Content-Type", "application/json; charset=utf-8");
    }

    @Test
    void a_used_up_budget_is_left_alone_until_it_is_renewed() {
        Budget budget = new Budget(Clock.fixed(NOON, ZoneOffset.UTC));
        budget.hear(1, 200, headers(Map.of("X-RateLimit-Remaining", "0")));
        assertThat(budget.secondsToWait(1)).isEmpty();
        budget.hear(
                1,
                403,
                headers(Map.of(
                        "X-RateLimit-Remaining",
                        "0",
                        "X-RateLimit-Reset",
                        Long.toString(NOON.plusSeconds(90).getEpochSecond()))));
        assertThat(budget.secondsToWait(1)).contains(90L);
        assertThat(budget.secondsToWait(2)).isEmpty();
        budget.hear(2, 403, headers(Map.of()));
        assertThat(budget.secondsToWait(2)).as("a refusal of another kind").isEmpty();
        budget.hear(2, 429, headers(Map.of("Retry-After", "7")));
        assertThat(budget.secondsToWait(2)).contains(7L);
    }

    @Test
    void kept_answers_are_bounded_and_each_persons_own() {
        Kept kept = new Kept();
        for (int i = 0; i < 100; i++) {
            kept.keep(question(1, i), new Kept.Answer("e", Map.of(), new byte[Kept.LARGEST]));
        }
        assertThat(kept.find(question(1, 99))).isPresent();
        assertThat(kept.find(question(1, 0))).isEmpty();
        assertThat(kept.find(question(2, 99))).isEmpty();
        assertThat(kept.find(new Kept.Question(1, "newer token", "a99", ""))).isEmpty();
    }

    private static Kept.Question question(long person, int number) {
        return new Kept.Question(person, "token", "a" + number, "");
    }

    private Map<String, String> answered(Map<String, String> headers) {
        return through.answered(headers(headers));
    }

    private static HttpHeaders headers(Map<String, String> headers) {
        return HttpHeaders.of(
                headers.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue()))),
                (name, value) -> true);
    }
}
