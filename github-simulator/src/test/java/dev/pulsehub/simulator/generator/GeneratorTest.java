package dev.pulsehub.simulator.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pulsehub.simulator.script.Script;
import dev.pulsehub.simulator.world.Comment;
import dev.pulsehub.simulator.world.Deployment;
import dev.pulsehub.simulator.world.Happening;
import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Job;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Review;
import dev.pulsehub.simulator.world.Run;
import dev.pulsehub.simulator.world.SimulatorClock;
import dev.pulsehub.simulator.world.World;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GeneratorTest {

    private static final Instant END = Instant.parse("2026-06-17T15:00:00Z");
    private static final WorldSize SMALL = WorldSize.of(300, 400, 5, 365, 60);

    private static World example;

    @BeforeAll
    static void make_the_worked_example() {
        example = world(1, WorldSize.workedExample(), END);
    }

    private static World world(long seed, WorldSize size, Instant end) {
        World world = new World(new SimulatorClock(Clock.fixed(end, ZoneOffset.UTC)));
        new Generator(world, new Script(), seed, size, end).generate();
        return world;
    }

    @Test
    void the_worked_example_has_exactly_its_numbers_in_one_repository() {
        assertThat(example.repos()).hasSize(1);
        Repo repo = example.repos().iterator().next();
        List<Pull> pulls = repo.pulls().toList();

        assertThat(repo.issues()).hasSize(10_000);
        assertThat(repo.issues().filter(Item::isOpen)).hasSize(1_000);
        assertThat(pulls).hasSize(10_000);
        assertThat(pulls.stream().collect(Collectors.groupingBy(Pull::state, Collectors.counting())))
                .isEqualTo(Map.of("MERGED", 8_800L, "CLOSED", 1_000L, "OPEN", 200L));
        assertThat(sum(pulls, pull -> pull.reviews().size())).isEqualTo(30_000);
        assertThat(sum(pulls, pull -> pull.commits().size())).isEqualTo(30_000);
        assertThat(sum(pulls, pull -> pull.reviewComments().size())).isEqualTo(40_000);
        assertThat(sum(List.copyOf(repo.items()), item -> item.comments().size()))
                .isEqualTo(60_000);
        assertThat(repo.runs()).hasSize(20_000);
        assertThat(repo.runs().stream()
                        .mapToInt(GeneratorTest::latestJobs)
                        .max()
                        .orElseThrow())
                .isBetween(15, 20);
        assertThat(repo.milestones()).hasSize(50);
        assertThat(repo.deployments()).hasSize(500);
        assertThat(repo.releases()).hasSize(100);
        assertThat(example.accounts()).hasSize(1_000);
        assertThat(Duration.between(first(repo).createdAt(), END))
                .isBetween(Duration.ofDays(1_085), Duration.ofDays(1_096));
    }

    private static int latestJobs(Run run) {
        return (int) run.jobs().stream().filter(job -> job.attempt() == 1).count();
    }

    private static Item first(Repo repo) {
        return repo.items().iterator().next();
    }

    private static <T> int sum(List<T> all, ToIntFunction<T> number) {
        return all.stream().mapToInt(number).sum();
    }

    @Test
    void the_numbers_asked_for_are_the_numbers_made_over_all_repositories() {
        World world = world(7, SMALL, END);

        List<Repo> repos = List.copyOf(world.repos());
        assertThat(repos).hasSize(5);
        assertThat(sum(repos, repo -> (int) repo.issues().count())).isEqualTo(300);
        assertThat(sum(repos, repo -> (int) repo.pulls().count())).isEqualTo(400);
        assertThat(sum(repos, repo -> repo.runs().size())).isEqualTo(800);
        assertThat(sum(repos, repo -> (int)
                        repo.pulls().mapToInt(pull -> pull.reviews().size()).sum()))
                .isEqualTo(1_200);
        assertThat(world.accounts()).hasSize(60);
    }

    @Test
    void the_same_seed_and_last_moment_make_the_same_world_and_others_make_others() {
        String once = digest(world(7, SMALL, END));

        assertThat(digest(world(7, SMALL, END))).isEqualTo(once);
        assertThat(digest(world(8, SMALL, END))).isNotEqualTo(once);
        assertThat(digest(world(7, SMALL, END.plusSeconds(3_600)))).isNotEqualTo(once);
    }

    /** All a world holds, texts written on demand included. */
    private static String digest(World world) {
        StringBuilder all = new StringBuilder();
        world.repos().forEach(repo -> {
            all.append(repo.fullName())
                    .append(repo.id())
                    .append(repo.milestones())
                    .append(repo.tags());
            repo.commits().forEach(all::append);
            repo.releases().forEach(all::append);
            repo.deployments()
                    .forEach(one -> all.append(one.id())
                            .append(one.environment())
                            .append(one.sha())
                            .append(one.statuses()));
            repo.runs()
                    .forEach(run -> all.append(run.id())
                            .append(run.headSha())
                            .append(run.conclusion())
                            .append(run.updatedAt())
                            .append(run.jobs()));
            repo.items().forEach(item -> tell(item, all));
        });
        world.projects()
                .forEach(project ->
                        project.items().forEach(row -> all.append(row.id()).append(row.entries())));
        return sha256(all.toString());
    }

    private static void tell(Item item, StringBuilder all) {
        all.append(item.id())
                .append(item.number())
                .append(item.title())
                .append(item.body())
                .append(item.updatedAt())
                .append(item.closedAt())
                .append(item.labels())
                .append(item.assignees())
                .append(item.comments());
        item.happenings().forEach(one -> all.append(one.id()).append(one.kind()).append(one.at()));
        if (item instanceof Pull pull) {
            all.append(pull.draft())
                    .append(pull.commits())
                    .append(pull.reviews())
                    .append(pull.reviewComments());
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void people_work_by_day_and_on_weekdays() {
        List<Instant> opened = example.repos().stream()
                .flatMap(repo -> repo.items().stream())
                .map(Item::createdAt)
                .toList();
        Map<DayOfWeek, Long> days = opened.stream()
                .collect(Collectors.groupingBy(
                        at -> LocalDate.ofInstant(at, ZoneOffset.UTC).getDayOfWeek(), Collectors.counting()));
        long nights = opened.stream()
                .filter(at -> at.atZone(ZoneOffset.UTC).getHour() < 6)
                .count();

        assertThat(days.getOrDefault(DayOfWeek.TUESDAY, 0L)).isGreaterThan(4 * days.getOrDefault(DayOfWeek.SUNDAY, 0L));
        assertThat(nights).isLessThan(opened.size() / 20);
    }

    @Test
    void a_few_people_and_repositories_have_most_of_the_work() {
        List<Long> byPerson = example.repos().stream()
                .flatMap(Repo::pulls)
                .filter(pull -> !pull.author().orElseThrow().isBot())
                .collect(Collectors.groupingBy(pull -> pull.author().orElseThrow(), Collectors.counting()))
                .values()
                .stream()
                .sorted(Comparator.reverseOrder())
                .toList();
        long tenth = byPerson.stream()
                .limit(byPerson.size() / 10)
                .mapToLong(Long::longValue)
                .sum();
        long all = byPerson.stream().mapToLong(Long::longValue).sum();
        List<Integer> sizes = world(7, SMALL, END).repos().stream()
                .map(repo -> repo.items().size())
                .toList();

        assertThat(tenth * 100 / all).as("percent of the busiest tenth").isGreaterThan(30);
        assertThat(sizes.getFirst()).isGreaterThan(3 * sizes.getLast());
    }

    @Test
    void everything_that_work_brings_with_it_is_there() {
        Repo repo = example.repos().iterator().next();
        List<Pull> pulls = repo.pulls().toList();

        assertThat(pulls).anyMatch(pull -> pull.isOpen() && pull.draft());
        assertThat(pulls).anyMatch(pull -> author(pull).equals("dependabot[bot]"));
        assertThat(pulls)
                .filteredOn(pull -> author(pull).equals("copilot-swe-agent[bot]"))
                .hasSizeGreaterThan(100)
                .allMatch(pull ->
                        pull.commits().stream().allMatch(one -> one.message().contains("\nCo-authored-by: ")));
        assertThat(pulls)
                .filteredOn(pull -> pull.title().startsWith("Revert \""))
                .hasSizeGreaterThan(50)
                .allMatch(pull -> pull.body().orElse("").startsWith("Reverts northwind/platform#"));
        assertThat(pulls)
                .anyMatch(pull ->
                        pull.headRef().startsWith("hotfix/") && !pull.closes().isEmpty());
        assertThat(repo.issues().filter(GeneratorTest::incident).count()).isBetween(60L, 240L);
        assertThat(repo.runs()).filteredOn(GeneratorTest::flaky).hasSizeGreaterThan(100);
        assertThat(repo.deployments().stream().map(GeneratorTest::outcomes).flatMap(Set::stream))
                .contains("success", "failure", "inactive");
        assertThat(repo.deployments().stream().map(Deployment::environment)).contains("production", "staging");
        assertThat(example.permissions().teamsOf(repo.owner()))
                .hasSizeGreaterThan(2)
                .anyMatch(team -> team.parent().isPresent()
                        && !team.members().isEmpty()
                        && !team.repos().isEmpty());
        assertThat(example.projects())
                .singleElement()
                .satisfies(project -> assertThat(project.items())
                        .hasSize(1_000)
                        .anyMatch(row -> row.entries().size() == 3));
    }

    private static String author(Pull pull) {
        return pull.author().orElseThrow().login();
    }

    private static boolean incident(Issue issue) {
        return issue.labels().stream().anyMatch(label -> label.name().equals("incident"));
    }

    /** Failed and passed on the same commit. */
    private static boolean flaky(Run run) {
        return run.attempt() == 2
                && run.conclusion().filter("success"::equals).isPresent()
                && run.attempt(1)
                        .orElseThrow()
                        .conclusion()
                        .filter("failure"::equals)
                        .isPresent();
    }

    private static Set<String> outcomes(Deployment deployment) {
        return deployment.statuses().stream().map(Deployment.Status::state).collect(Collectors.toSet());
    }

    @Test
    void large_changes_are_reviewed_more_than_small_ones() {
        assertThat(meanReviews(pull -> pull.additions() > 200))
                .isGreaterThan(1.3 * meanReviews(pull -> pull.additions() < 15));
    }

    private static double meanReviews(java.util.function.Predicate<Pull> which) {
        return example.repos().stream()
                .flatMap(Repo::pulls)
                .filter(which)
                .mapToInt(pull -> pull.reviews().size())
                .average()
                .orElseThrow();
    }

    @Test
    void nothing_happens_before_its_thing_began_or_after_the_last_moment() {
        for (Repo repo : example.repos()) {
            for (Item item : repo.items()) {
                assertThat(moments(item))
                        .as(item.title())
                        .allMatch(at -> !at.isBefore(item.createdAt()) && !at.isAfter(END));
            }
            assertThat(repo.milestones().stream()
                            .flatMap(one ->
                                    Stream.of(one.createdAt(), one.dueAt().orElseThrow())))
                    .allMatch(at -> at.getNano() == 0);
            assertThat(repo.runs()).allMatch(run -> !run.updatedAt().isAfter(END));
            assertThat(repo.runs().stream().flatMap(run -> run.jobs().stream()).map(Job::startedAt))
                    .allMatch(at -> !at.isAfter(END));
        }
    }

    private static Stream<Instant> moments(Item item) {
        Stream<Instant> both = Stream.of(
                        item.comments().stream().map(Comment::createdAt),
                        item.happenings().stream().map(Happening::at),
                        item.closedAt().stream())
                .flatMap(Function.identity());
        return item instanceof Pull pull
                ? Stream.concat(both, pull.reviews().stream().map(Review::submittedAt))
                : both;
    }

    @Test
    void every_head_that_is_checked_is_a_commit_of_the_repository() {
        Repo repo = example.repos().iterator().next();
        Set<String> known = new HashSet<>();
        repo.commits().forEach(commit -> known.add(commit.sha()));
        repo.pulls().forEach(pull -> pull.commits().forEach(commit -> known.add(commit.sha())));

        assertThat(repo.runs().stream().map(Run::headSha)).allMatch(known::contains);
        assertThat(repo.deployments().stream().map(Deployment::sha)).allMatch(known::contains);
    }

    @Test
    void a_world_that_cannot_be_is_refused_with_what_can() {
        assertThatThrownBy(() -> WorldSize.of(10, 10, 0, 365, 60))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A world has 1 to 10000 repos, not 0");
        assertThatThrownBy(() -> WorldSize.of(10, 10, 1, 365, 3)).hasMessageContaining("12 to 1000000 people, not 3");
    }
}
