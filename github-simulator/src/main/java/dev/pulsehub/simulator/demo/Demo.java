package dev.pulsehub.simulator.demo;

import dev.pulsehub.simulator.script.Essay;
import dev.pulsehub.simulator.script.Script;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Records;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Writes the script of the demo organisation. Births and lives are fixed by seed and date alone, so that a later start
 * with the same first day tells the same story and how it went on.
 */
public final class Demo {

    private static final List<Plot> PLOTS = List.of(
            new Plot("storefront", "The shop customers see", "TypeScript", 3.0, 312),
            new Plot("checkout", "From cart to paid order", "Java", 2.4, 148),
            new Plot("payments", "Cards, wallets, refunds", "Java", 1.8, 96),
            new Plot("search", "Finds what people mean", "Rust", 1.4, 221),
            new Plot("mobile-app", "iOS and Android", "Kotlin", 1.6, 187),
            new Plot("inventory", "What is where and how many", "Go", 1.1, 54),
            new Plot("notifications", "Mail, push and text messages", "Java", 0.8, 33),
            new Plot("data-platform", "Events to tables", "Python", 0.9, 71),
            new Plot("design-system", "Components and tokens", "TypeScript", 0.7, 402),
            new Plot("infrastructure", "Clusters, networks, pipelines", "HCL", 0.9, 28),
            new Plot("docs", "Handbook and API guides", "MDX", 0.4, 19),
            new Plot("legacy-billing", "Still printing invoices", "PHP", 0.2, 7));

    private final World world;
    private final long seed;
    private final LocalDate firstDay;
    private final double scale;

    /** @param pace share of the organisation's activity that falls to the repository */
    private record Plot(String name, String description, String language, double pace, int stars) {}

    /**
     * A story yet to be written.
     *
     * @param scale 1 for the demo: about 3,000 issues and 4,000 pull requests in 18 months
     */
    public Demo(World world, long seed, LocalDate firstDay, double scale) {
        this.world = world;
        this.seed = seed;
        this.firstDay = firstDay;
        this.scale = scale;
    }

    /** Writes into the script what happens from the first day until eight weeks after the last moment. */
    public void write(Script script, Instant lastMoment) {
        Cast cast = world.write(() -> Cast.joining(world));
        List<Repo> repos = world.write(() -> found(cast.organization()));
        Roadmap roadmap = world.write(() -> {
            cast.formTeams(world, repos, firstDay.minusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC));
            return new Roadmap(script, world, cast, firstDay);
        });
        LocalDate end = lastMoment.atZone(ZoneOffset.UTC).toLocalDate().plusDays(56);
        for (LocalDate day = firstDay; day.isBefore(end); day = day.plusDays(1)) {
            roadmap.live(day);
        }
        for (int place = 0; place < repos.size(); place++) {
            RepoLife life = new RepoLife(script, cast, repos.get(place), place, roadmap);
            for (LocalDate day = firstDay; day.isBefore(end); day = day.plusDays(1)) {
                // one generator for each repository and day: other days do not shift this one
                SplittableRandom random = new SplittableRandom(seed * 1_000_003 + place * 100_019L + day.toEpochDay());
                life.live(day, random, PLOTS.get(place).pace() * scale);
            }
        }
    }

    /** The person whose token the demo uses. */
    public Account owner() {
        return Cast.joining(world).owner();
    }

    private List<Repo> found(Account organization) {
        List<Repo> repos = new ArrayList<>();
        Instant founded = firstDay.minusDays(200).atStartOfDay().toInstant(ZoneOffset.UTC);
        Essay essay = new Essay(seed);
        Records records = new Records(world);
        for (Plot plot : PLOTS) {
            Repo.Profile profile = new Repo.Profile(
                    Optional.of(plot.description()),
                    Optional.of(plot.language()),
                    "main",
                    !plot.name().equals("design-system") && !plot.name().equals("docs"),
                    false,
                    false,
                    plot.stars(),
                    plot.stars() / 6);
            repos.add(world.addRepo(
                    700_000_001L + repos.size(),
                    organization,
                    plot.name(),
                    profile,
                    founded.plusSeconds(repos.size() * 86_400L)));
            records.writtenBy(repos.getLast(), essay);
        }
        return repos;
    }
}
