package dev.pulsehub.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Comment;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Review;
import dev.pulsehub.simulator.world.ReviewComment;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Programs people count GitHub with today crawl a repository to its end, in exactly the requests their own code must
 * take. With {@code make verify} alone.
 */
class PythonClientsIT {

    private Simulator simulator;
    private Repo repo;

    @BeforeEach
    void start() {
        assumeThat(Integer.getInteger("pulsehub.verify.tries"))
                .as("part of make verify")
                .isNotNull();
        simulator = Simulator.builder()
                .clock(Clock.fixed(Instant.parse("2026-03-20T12:00:00Z"), ZoneOffset.UTC))
                .firstDay(LocalDate.of(2025, 10, 1))
                .scale(0.3)
                .start();
        repo = simulator.world().repo("acme", "storefront").orElseThrow();
        simulator.requests().reset();
    }

    @AfterEach
    void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }

    @Test
    void perceval_takes_what_its_three_categories_must_take() throws Exception {
        JsonNode items =
                PythonClients.run("perceval_crawl.py", simulator.url(), simulator.token(), "acme", repo.name());

        assertThat(items.path("issue").asInt()).isEqualTo(repo.items().size());
        assertThat(items.path("pull_request").asLong()).isEqualTo(repo.pulls().count());
        assertThat(items.path("repository").asInt()).isEqualTo(1);
        assertThat(simulator.requests().totals().counted()).isEqualTo(ofPerceval());
    }

    /**
     * Both categories list all issues; comments of those that have any; for each pull request itself, reviews, commits,
     * and line comments and requested reviewers where there are any; each person once, and once more for organizations.
     */
    private long ofPerceval() {
        return 2 * pages(repo.items().size())
                + sum(repo.items().stream(), item -> pagesOfSome(item.comments().size()))
                + sum(
                        repo.pulls(),
                        pull -> 1
                                + pages(pull.reviews().size())
                                + pagesOfSome(pull.commits().size())
                                + pagesOfSome(pull.reviewComments().size())
                                + (pull.requestedReviewers().isEmpty() ? 0 : 1))
                + 2
                        * distinct(Stream.concat(
                                repo.items().stream().flatMap(PythonClientsIT::peopleOfIssue),
                                repo.pulls().flatMap(PythonClientsIT::peopleOfPull)))
                + 1;
    }

    private static Stream<Account> peopleOfIssue(Item item) {
        return Stream.of(
                        item.author().stream(),
                        item.assignees().stream(),
                        item.comments().stream().map(Comment::author).flatMap(Optional::stream))
                .flatMap(all -> all);
    }

    private static Stream<Account> peopleOfPull(Pull pull) {
        return Stream.of(
                        pull.author().stream(),
                        pull.mergedBy().stream(),
                        pull.requestedReviewers().stream(),
                        pull.reviews().stream().map(Review::author).flatMap(Optional::stream),
                        pull.reviewComments().stream()
                                .map(ReviewComment::author)
                                .flatMap(Optional::stream))
                .flatMap(all -> all);
    }

    @Test
    void pygithub_takes_a_page_a_hundred_and_one_for_what_lists_leave_out() throws Exception {
        JsonNode seen = PythonClients.run("pygithub_crawl.py", simulator.url(), simulator.token(), repo.fullName());

        assertThat(seen.path("issues").asInt()).isEqualTo(repo.items().size());
        assertThat(seen.path("comments").asLong())
                .isEqualTo(sum(repo.items().stream(), item -> item.comments().size()));
        assertThat(seen.path("pulls").asLong()).isEqualTo(repo.pulls().count());
        assertThat(seen.path("additions").asLong()).isEqualTo(sum(repo.pulls(), Pull::additions));
        assertThat(seen.path("reviews").asLong())
                .isEqualTo(sum(repo.pulls(), pull -> pull.reviews().size()));
        assertThat(seen.path("commits").asLong())
                .isEqualTo(sum(repo.pulls(), pull -> pull.commits().size()));
        assertThat(seen.path("runs").asInt()).isEqualTo(repo.runs().size());
        assertThat(simulator.requests().totals().counted()).isEqualTo(ofPyGithub());
    }

    private long ofPyGithub() {
        return 1
                + pages(repo.items().size())
                + sum(repo.items().stream(), item -> pagesOfSome(item.comments().size()))
                + pages((int) repo.pulls().count())
                + sum(
                        repo.pulls(),
                        pull -> 1
                                + pages(pull.reviews().size())
                                + pages(pull.commits().size()))
                + pages(repo.runs().size());
    }

    private interface Measure<T> {
        long of(T one);
    }

    private static <T> long sum(Stream<T> all, Measure<T> measure) {
        return all.mapToLong(measure::of).sum();
    }

    private static long distinct(Stream<Account> people) {
        return people.map(Account::login).distinct().count();
    }

    /** Of a hundred each; an empty list takes one request too. */
    private static long pages(int count) {
        return Math.max(1, pagesOfSome(count));
    }

    private static long pagesOfSome(int count) {
        return (count + 99) / 100;
    }

    /** What the formulas above count is not nothing. */
    @Test
    void the_world_has_something_of_everything_counted() {
        assertThat(List.of(
                        repo.items().stream()
                                .mapToInt(item -> item.comments().size())
                                .sum(),
                        repo.pulls()
                                .mapToInt(pull -> pull.reviewComments().size())
                                .sum(),
                        repo.runs().size()))
                .allMatch(count -> count > 0);
        assertThat(repo.items()).hasSizeGreaterThan(100);
    }
}
