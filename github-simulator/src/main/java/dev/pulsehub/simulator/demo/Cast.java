package dev.pulsehub.simulator.demo;

import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.PeopleVerbs;
import dev.pulsehub.simulator.world.Permissions;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.Team;
import dev.pulsehub.simulator.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Who works at the demo organisation. */
final class Cast {

    private static final List<String> TEAMS = List.of("Storefront", "Payments", "Platform", "Mobile");
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
    private final Account agent;
    private final List<Team> teams = new ArrayList<>();

    private Cast(World world) {
        organization = world.add(new Account(9_100_000, "acme", "Organization", Optional.of("Acme Corporation")));
        dependabot = world.add(new Account(49_699_333, "dependabot[bot]", "Bot", Optional.empty()));
        renovate = world.add(new Account(29_139_614, "renovate[bot]", "Bot", Optional.empty()));
        checker = world.add(new Account(9_200_001, "acme-ci[bot]", "Bot", Optional.empty()));
        agent = world.add(new Account(198_982_749, "copilot-swe-agent[bot]", "Bot", Optional.empty()));
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

    /** Writes code when it is told to. */
    Account agent() {
        return agent;
    }

    static String email(Account account) {
        return account.login() + "@acme.example";
    }

    /** As a commit's trailer names somebody. */
    static String address(Account account) {
        return account.name().orElse(account.login()) + " <" + email(account) + ">";
    }

    /** Teams within one that holds them all; each looks after some of the repositories. */
    void formTeams(World world, List<Repo> repos, Instant at) {
        PeopleVerbs verbs = world.at(at).people();
        Team all = verbs.createTeam(organization, "Engineering", Optional.empty(), owner());
        for (String name : TEAMS) {
            int place = teams.size();
            Team team = verbs.createTeam(organization, name, Optional.of(all), owner());
            teams.add(team);
            for (int i = place; i < people.size(); i += TEAMS.size()) {
                verbs.addTo(team, people.get(i), i == place ? "maintainer" : "member", owner());
            }
            for (int i = place; i < repos.size(); i += TEAMS.size()) {
                verbs.allow(team, repos.get(i), Permissions.Right.PUSH, owner());
            }
        }
    }

    /** Who looks after a repository. */
    Optional<Team> team(int repo) {
        return teams.isEmpty() ? Optional.empty() : Optional.of(teams.get(repo % teams.size()));
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
