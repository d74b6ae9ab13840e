package dev.pulsehub.simulator.generator;

import dev.pulsehub.simulator.script.Essay;
import dev.pulsehub.simulator.script.Script;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Commit;
import dev.pulsehub.simulator.world.Records;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Makes a world of exactly the size asked for, in the order of its own time, so that only what is going on at one
 * moment is held as plans. The same seed, size and last moment make the same world.
 */
public final class Generator {

    private static final String LOGIN = "northwind";
    private static final List<String> NAMES = List.of(
            "platform",
            "web",
            "api",
            "billing",
            "mobile",
            "search",
            "identity",
            "reports",
            "gateway",
            "scheduler",
            "console",
            "ledger",
            "importer",
            "themes",
            "cli",
            "docs");
    private static final List<String> LANGUAGES = List.of("Java", "TypeScript", "Go", "Kotlin", "Python", "Rust");

    private final World world;
    private final WorldSize size;
    private final Stage stage;
    private final List<Place> places = new ArrayList<>();

    /**
     * A world yet to be made.
     *
     * @param script takes what goes on after the last moment, such as runs that are going on then
     * @param end last moment of the story
     */
    public Generator(World world, Script script, long seed, WorldSize size, Instant end) {
        this.world = world;
        this.size = size;
        Rhythm rhythm = new Rhythm(end.minus(Duration.ofDays(size.days())), end);
        stage = new Stage(world, new Records(world), script, new Crew(world, LOGIN, size.accounts()), rhythm, seed);
    }

    /** Whose token reads the world. */
    public Account owner() {
        return stage.crew().owner();
    }

    public void generate() {
        world.write(() -> {
            found();
            Organizing organizing = new Organizing(stage, places);
            ship();
            nights();
            live(new Issues(stage, size, organizing), new Pulls(stage, size, organizing));
            stage.script().playUntil(world, stage.rhythm().end());
            return size;
        });
    }

    private void found() {
        Instant founded = stage.rhythm().begin().minus(Duration.ofDays(30));
        Essay essay = new Essay(stage.seed());
        for (int i = 0; i < size.repos(); i++) {
            int round = i / NAMES.size();
            String name = NAMES.get(i % NAMES.size()) + (round == 0 ? "" : "-" + (round + 1));
            Repo.Profile profile = new Repo.Profile(
                    Optional.of("The " + name + " of Northwind"),
                    Optional.of(LANGUAGES.get(i % LANGUAGES.size())),
                    "main",
                    i % 3 == 1,
                    false,
                    false,
                    4_000 / (i + 1),
                    600 / (i + 1));
            Repo repo = world.addRepo(
                    710_000_001L + i, stage.crew().organization(), name, profile, founded.plusSeconds(i * 60L));
            stage.records().writtenBy(repo, essay);
            places.add(new Place(repo, i));
            world.at(repo.createdAt()).repos().push(repo, owner(), first(i, repo.createdAt()));
        }
    }

    private Commit first(int place, Instant at) {
        Crew.Member owner = stage.crew().members().getFirst();
        String sha = Stage.sha(stage.random("first commit", place));
        return new Commit(sha, owner.linked(), owner.name(), owner.email(), at, at, "First commit", List.of());
    }

    private void ship() {
        int[] milestones = share(size.milestones());
        int[] releases = share(size.releases());
        int[] deployments = share(size.deployments());
        for (Place place : places) {
            Shipping shipping = new Shipping(stage, place);
            shipping.milestones(milestones[place.number()]);
            shipping.releases(releases[place.number()]);
            shipping.deployments(deployments[place.number()]);
        }
    }

    private int[] share(int total) {
        return Allotment.of(total, weights(size.repos()));
    }

    /** Each repository has less to do than the one before. */
    static double[] weights(int repos) {
        double[] weights = new double[repos];
        for (int i = 0; i < repos; i++) {
            weights[i] = 1 / Math.pow(i + 1, 1.1);
        }
        return weights;
    }

    private void nights() {
        SplittableRandom random = stage.random("nights", 0);
        int[] nights = share(size.nightlyRuns());
        for (Place place : places) {
            for (long second : stage.rhythm().moments(nights[place.number()], random)) {
                long night = second - second % 86_400 + 7_200 + place.number() * 40L + random.nextLong(30);
                long last = stage.rhythm().end().getEpochSecond();
                Checks.nightly(stage, place, Instant.ofEpochSecond(Math.min(night, last)), random.split());
            }
        }
    }

    private void live(Issues issues, Pulls pulls) {
        int issue = 0;
        int pull = 0;
        while (issue < issues.count() || pull < pulls.count()) {
            boolean first = pull == pulls.count()
                    || issue < issues.count() && !issues.begin(issue).isAfter(pulls.begin(pull));
            Instant at = first ? issues.begin(issue) : pulls.begin(pull);
            stage.script().playUntil(world, at);
            if (first) {
                issues.begin(issue++, places);
            } else {
                pulls.begin(pull++, places);
            }
        }
    }
}
