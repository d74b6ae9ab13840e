package dev.pulsehub.core.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.pulsehub.core.metrics.MetricKey;
import dev.pulsehub.core.report.MetricAnswer;
import dev.pulsehub.core.report.MetricQuestion;
import dev.pulsehub.core.report.MetricReport;
import dev.pulsehub.core.report.Range;
import dev.pulsehub.core.report.Selection;
import dev.pulsehub.simulator.Simulator;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Repo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every line of every truth table: it happens on GitHub, is synchronised, and the number is asked for. */
class TruthTablesIT {

    private static final Instant NOW = Instant.parse("2026-03-29T12:00:00Z");
    private static final Range WINDOW =
            new Range.Days(Optional.of(LocalDate.parse("2026-03-02")), Optional.of(LocalDate.parse("2026-03-29")));
    private static final double SECONDS = 1;

    private static final List<Line> LINES =
            Arrays.stream(MetricKey.values()).flatMap(TruthTablesIT::table).toList();
    private static final Simulator SIMULATOR = world();
    private static final Tenant TENANT = Tenant.synchronisedWith(SIMULATOR);

    record Line(MetricKey key, String name, String events, String value, long n) {
        String repo() {
            return (key.key() + "-" + name).replaceAll("[^a-z]+", "-");
        }

        @Override
        public String toString() {
            return key.key() + ": " + name;
        }
    }

    static Stream<Line> lines() {
        return LINES.stream();
    }

    @AfterAll
    static void stop() {
        SIMULATOR.close();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void what_happened_is_the_number_shown(Line line) {
        Selection selection = new Selection(
                TENANT.setUp().person().id(),
                TENANT.setUp().organizationId(),
                List.of("acme/" + line.repo()),
                WINDOW,
                false);

        MetricAnswer answer = new MetricReport(TENANT.transactions(), Clock.fixed(NOW, ZoneOffset.UTC))
                .read(MetricQuestion.of(line.key(), selection));

        assertThat(answer.scope().chosen()).hasSize(1);
        assertThat(answer.now().n()).as("n").isEqualTo(line.n());
        if (line.value().equals("none")) {
            assertThat(answer.now().value()).isEmpty();
        } else {
            boolean hours = line.value().endsWith("h");
            double expected = Double.parseDouble(line.value().replace("h", "")) * (hours ? 3600 : 1);
            assertThat(answer.now().value().orElseThrow()).isCloseTo(expected, within(hours ? SECONDS : 1e-9));
        }
    }

    private static Simulator world() {
        Simulator simulator = Simulator.builder()
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .empty()
                .start();
        Account acme = new Account(100, "acme", "Organization", Optional.of("Acme"));
        simulator.world().write(() -> {
            simulator.world().add(acme);
            List<String> people = List.of("author", "ann", "bob", "abbot");
            for (int i = 0; i < people.size(); i++) {
                simulator.world().add(new Account(101 + i, people.get(i), "User", Optional.empty()));
            }
            return simulator.world().add(new Account(110, "helper[bot]", "Bot", Optional.empty()));
        });
        Repo.Profile profile =
                new Repo.Profile(Optional.empty(), Optional.of("Java"), "main", false, false, false, 0, 0);
        List<Repo> repos = new ArrayList<>();
        for (Line line : LINES) {
            Repo repo = simulator
                    .world()
                    .write(() -> simulator
                            .world()
                            .addRepo(
                                    9000L + repos.size(),
                                    acme,
                                    line.repo(),
                                    profile,
                                    Worlds.START.minus(Duration.ofDays(90))));
            repos.add(repo);
            new Told(simulator, repo).happen(line.events());
        }
        return simulator;
    }

    private static Stream<Line> table(MetricKey key) {
        try (InputStream in = TruthTablesIT.class.getResourceAsStream("/truth/" + key.key() + ".csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(";"))
                    .map(cell -> new Line(key, cell[0], cell[1], cell[2], Long.parseLong(cell[3])));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
