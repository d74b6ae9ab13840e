package dev.pulsehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.pulsehub.persistence.PgBouncer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Everybody asks everything about every repository: each sees the rows that are theirs and not a word of the others,
 * through a pooler, as a login that bypasses row level security, with the product's own filters and without them.
 */
class AccessMatrixIT {

    /** What differs between two answers about nothing: moments and numbers of requests. */
    private static final Pattern CHANGING =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]+Z?|[0-9]+ ?(ms|s|min)\\b");

    /** Nobody signs these deliveries. */
    private static final String UNSIGNED = "/api/webhooks/github";

    private static MatrixStack stack;
    private static List<Seat> seats;

    @BeforeAll
    static void start() throws Exception {
        assumeThat(PgBouncer.isInstalled()).as(PgBouncer.HOW_TO_INSTALL).isTrue();
        stack = new MatrixStack();
        seats = stack.seats();
    }

    @AfterAll
    static void stop() throws Exception {
        if (stack != null) {
            stack.close();
        }
    }

    static List<Door> doors() {
        return Door.all();
    }

    @ParameterizedTest
    @MethodSource("doors")
    void everybody_sees_theirs_and_not_a_word_of_the_others(Door door) throws Exception {
        for (Seat seat : seats) {
            for (MatrixRepo repo : stack.repos()) {
                for (Seat.Answer answer : seat.ask(door, repo)) {
                    String what = seat + " about " + repo.fullName() + ": " + answer;
                    assertThat(answer.status()).as(what).isNotIn(500, 502);
                    assertThat(answer.status() == 401)
                            .as(what)
                            .isEqualTo(door.what().equals(UNSIGNED));
                    assertThat(betrayed(door, answer, repo, seat))
                            .as(what)
                            .isEqualTo(door.shows() != Door.Shows.NOTHING && seat.maySee(repo, door.reach()));
                    assertThat(foreign(seat, answer, door)).as(what).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("doors")
    void a_stranger_gets_no_row(Door door) throws Exception {
        for (MatrixRepo repo : stack.repos()) {
            Seat stranger = stack.stranger();
            List<Seat.Answer> answers = new ArrayList<>(stranger.ask(door, repo));
            if (door.how() == Door.How.ENDS) {
                answers.add(new Seat.Answer(
                        stranger.visitor().post(door.what(), Map.of()).statusCode(), ""));
            }
            for (Seat.Answer answer : answers) {
                assertThat(foreign(stranger, answer, door)).isEmpty();
                boolean refused = answer.status() >= 300 && answer.status() <= 405;
                assertThat(refused || door.openToStrangers())
                        .as(door + " " + answer)
                        .isTrue();
                assertThat(answer.status()).as(door + " " + answer).isNotIn(500, 502);
            }
        }
    }

    @Test
    void row_level_security_alone_keeps_everybody_apart() throws Exception {
        TreeSet<String> wider = new TreeSet<>();
        stack.wire().withoutFilters(true);
        try {
            for (Door door : doors()) {
                for (Seat seat : seats) {
                    for (MatrixRepo repo : stack.repos()) {
                        for (Seat.Answer answer : seat.ask(door, repo)) {
                            assertThat(foreign(seat, answer, door))
                                    .as(seat + " at " + door + " about " + repo.fullName())
                                    .isEmpty();
                            if (door.shows() == Door.Shows.TITLE
                                    && !seat.maySee(repo, door.reach())
                                    && answer.text().contains(repo.word())) {
                                wider.add(door.element());
                            }
                        }
                    }
                }
            }
        } finally {
            stack.wire().withoutFilters(false);
        }
        assertThat(stack.wire().changed()).as("statements that lost a filter").hasSizeGreaterThan(15);
        assertThat(wider)
                .as("where somebody of two organizations now sees both at once: the filters were off")
                .contains("rest RowsResource.pulls", "rest RowsResource.issues", "rest RowsResource.runs");
    }

    /** Each repository changes in another way, so that what is heard says of which. */
    @Test
    void a_change_is_told_to_those_who_see_its_repository() throws Exception {
        Map<String, List<String>> heard = new LinkedHashMap<>();
        for (Seat seat : seats) {
            List<String> messages = new CopyOnWriteArrayList<>();
            heard.put(seat.name(), messages);
            seat.visitor().listen(messages::add);
        }
        change("initech/vault/issues", "{\"title\":\"Noticeable\"}", "issue", heard, "olivia in initech");
        change("globex/plans/pulls", "{\"title\":\"Noticeable\"}", "pull", heard, "gita in globex", "hana in globex");
        change(
                "initech/open-book/runs",
                "{\"title\":\"Noticeable\"}",
                "run",
                heard,
                "ben in initech",
                "hana in initech");

        assertThat(heard.toString()).doesNotContain("Noticeable", "vault");
        assertThat(heard.get("ben in initech")).noneMatch(told -> told.contains("issue") || told.contains("pull"));
        assertThat(heard.get("gita in globex")).noneMatch(told -> told.contains("issue") || told.contains("run"));
        assertThat(heard.get("hana in initech"))
                .as("she sees the other two, in whatever organization she looks")
                .noneMatch(told -> told.contains("issue"));
    }

    private static void change(String place, String body, String kind, Map<String, List<String>> heard, String... those)
            throws Exception {
        stack.change("/repos/" + place, body);
        long end = System.nanoTime() + 30_000_000_000L;
        for (String who : those) {
            while (heard.getOrDefault(who, List.of()).stream().noneMatch(told -> told.contains(kind))) {
                assertThat(System.nanoTime())
                        .as(who + " hears of " + place + ": " + heard)
                        .isLessThan(end);
                Thread.sleep(50);
            }
        }
    }

    @Test
    void nobody_looks_at_an_organization_they_do_not_belong_to() throws Exception {
        for (Seat seat : seats) {
            for (String slug : List.of("initech", "globex")) {
                boolean member = seats.stream()
                        .anyMatch(other -> other.name().equals(seat.name().split(" ", 2)[0] + " in " + slug));
                assertThat(seat.visitor().statusOf("/api/v1/issues?org=" + slug))
                        .as(seat + " at " + slug)
                        .isEqualTo(member ? 200 : 400);
                if (!member) {
                    String id = Long.toString(stack.organizationId(slug));
                    seat.visitor().post("/settings/organization", Map.of("id", id));
                    assertThat(foreign(
                                    seat,
                                    new Seat.Answer(
                                            200,
                                            seat.visitor().get("/app?range=all").body()),
                                    null))
                            .isEmpty();
                }
            }
        }
    }

    private static boolean betrayed(Door door, Seat.Answer answer, MatrixRepo repo, Seat seat) throws Exception {
        return switch (door.shows()) {
            case TITLE -> answer.text().contains(repo.word());
            case NAME -> answer.text().contains(repo.fullName());
            case IDS -> answer.text().matches("(?s).*\\b" + repo.id() + "\\b.*");
            case DIFFERS ->
                !plain(answer, repo).equals(plain(seat.ask(door, repo.missing()).getFirst(), repo.missing()));
            case NOTHING -> false;
        };
    }

    private static String plain(Seat.Answer answer, MatrixRepo repo) {
        String text = answer.text().replace(repo.fullName(), "X").replace(repo.name(), "Y");
        return answer.status() + CHANGING.matcher(text).replaceAll("Z");
    }

    /** Words of repositories that GitHub shows the person nowhere; names too, unless the question held them. */
    private static List<String> foreign(Seat seat, Seat.Answer answer, @Nullable Door door) {
        List<String> found = new ArrayList<>();
        for (MatrixRepo repo : stack.repos()) {
            if (!seat.person().contains(repo)) {
                if (answer.text().contains(repo.word())) {
                    found.add(repo.word());
                }
                if ((door == null || !door.namesRepo()) && answer.text().contains(repo.fullName())) {
                    found.add(repo.fullName());
                }
            }
        }
        return found;
    }
}
