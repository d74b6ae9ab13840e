package dev.pulsehub.simulator.demo;

import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Who works at the demo organisation. */
final class Cast {

    private static final List<String> NAMES = List.of(
            "Ada Okafor",
            "Ben Sato",
            "Carla Mendes",
            "Dmitri Volkov",
            "Elif Kaya",
            "Farid Haddad",
            "Grace Lindqvist",
            "Hiro Tanaka",
            "Ines Costa",
            "Jonas Weber",
            "Kavya Rao",
            "Liam Byrne",
            "Mei Chen",
            "Noor Rahman",
            "Oskar Nowak",
            "Priya Nair",
            "Quentin Moreau",
            "Rosa Jimenez",
            "Sven Eriksen",
            "Tomas Novak",
            "Uma Iyer",
            "Viktor Hansen",
            "Wanda Kowalska",
            "Ximena Rojas",
            "Yusuf Demir",
            "Zoe Martin",
            "Amara Diallo",
            "Bjorn Larsen",
            "Chloe Dubois",
            "Diego Alvarez",
            "Emma Fischer",
            "Felix Braun",
            "Gita Sharma",
            "Hugo Silva");

    private final List<Account> people = new ArrayList<>();
    private final Account organization;
    private final Account dependabot;
    private final Account renovate;
    private final Account checker;

    private Cast(World world) {
        organization = world.add(new Account(9_100_000, "acme", "Organization", Optional.of("Acme Corporation")));
        dependabot = world.add(new Account(49_699_333, "dependabot[bot]", "Bot", Optional.empty()));
        renovate = world.add(new Account(29_139_614, "renovate[bot]", "Bot", Optional.empty()));
        checker = world.add(new Account(9_200_001, "acme-ci[bot]", "Bot", Optional.empty()));
        for (String name : NAMES) {
            String login = name.toLowerCase(Locale.ROOT).replace(' ', '-');
            people.add(world.add(new Account(9_300_000 + people.size(), login, "User", Optional.of(name))));
            world.permissions().join(organization, people.getLast(), people.size() == 1 ? "admin" : "member");
        }
    }

    static Cast joining(World world) {
        return new Cast(world);
    }

    /** The person whose token the demo uses. */
    Account owner() {
        return people.getFirst();
    }

    Account organization() {
        return organization;
    }

    Account checker() {
        return checker;
    }

    Account bot(RandomGenerator random) {
        return random.nextInt(3) == 0 ? renovate : dependabot;
    }

    /** Some do far more than others; each repository has its own regulars. */
    Account someone(RandomGenerator random, int repo) {
        int place = (int) (Math.abs(random.nextGaussian()) * people.size() / 3.5) + repo * 3;
        return people.get(Math.floorMod(place, people.size()));
    }

    Account someoneElse(RandomGenerator random, int repo, Account than) {
        Account other = someone(random, repo);
        for (int tries = 0; other.equals(than) && tries < 20; tries++) {
            other = someone(random, repo);
        }
        return other.equals(than) ? people.get((people.indexOf(than) + 1) % people.size()) : other;
    }
}
