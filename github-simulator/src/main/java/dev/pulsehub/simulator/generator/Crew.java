package dev.pulsehub.simulator.generator;

import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Who works on a generated world: members of its organization, strangers who help now and then, bots, coding agents.
 */
final class Crew {

    private static final List<String> FIRST = List.of(
            "Aisha", "Bruno", "Celia", "Daniel", "Edith", "Finn", "Greta", "Hassan", "Irene", "Jamal", "Keiko", "Lucas",
            "Mira", "Nikhil", "Olga", "Pedro", "Qing", "Ruth", "Samir", "Tessa", "Umar", "Vera", "Wei", "Yara", "Zane");
    private static final List<String> LAST = List.of(
            "Abe", "Berg", "Cruz", "Dorsey", "Engel", "Fofana", "Garcia", "Holm", "Ito", "Jansen", "Khan", "Lopez",
            "Meyer", "Nwosu", "Olsen", "Patel", "Quist", "Rossi", "Suzuki", "Tran", "Ueda", "Vance", "Wong", "Young",
            "Zhang");
    private static final List<String> BOTS =
            List.of("dependabot[bot]", "renovate[bot]", "github-actions[bot]", "codecov[bot]");
    private static final List<String> AGENTS =
            List.of("copilot-swe-agent[bot]", "devin-ai-integration[bot]", "claude[bot]");

    private final Account organization;
    private final List<Member> people = new ArrayList<>();
    private final List<Member> bots = new ArrayList<>();
    private final List<Member> agents = new ArrayList<>();
    private final int core;

    /**
     * An account as others name it.
     *
     * @param linked the account again, as commits hold it
     * @param email in the headers of commits
     */
    record Member(Account account, Optional<Account> linked, String name, String email) {

        static Member of(Account account) {
            return new Member(
                    account,
                    Optional.of(account),
                    account.name().orElse(account.login()).intern(),
                    account.id() + "+" + account.login() + "@users.example");
        }
    }

    /** @param accounts how many there are in all, the organization and the bots included */
    Crew(World world, String login, int accounts) {
        organization = world.add(new Account(9_400_000, login, "Organization", Optional.of("Northwind")));
        for (String bot : BOTS) {
            bots.add(Member.of(world.add(new Account(9_400_001 + bots.size(), bot, "Bot", Optional.empty()))));
        }
        for (String agent : AGENTS) {
            agents.add(Member.of(world.add(new Account(9_400_101 + agents.size(), agent, "Bot", Optional.empty()))));
        }
        int count = accounts - 1 - BOTS.size() - AGENTS.size();
        core = Math.max(3, count / 4);
        for (int i = 0; i < count; i++) {
            people.add(Member.of(world.add(person(i))));
            if (i < core) {
                world.permissions().join(organization, people.getLast().account(), i == 0 ? "admin" : "member");
            }
        }
    }

    private static Account person(int place) {
        String name =
                FIRST.get(place % FIRST.size()) + " " + LAST.get((place / FIRST.size() + place * 7) % LAST.size());
        int round = place / (FIRST.size() * LAST.size());
        String login = name.toLowerCase(Locale.ROOT).replace(' ', '-') + (round == 0 ? "" : "-" + (round + 1));
        return new Account(9_500_000 + place, login, "User", Optional.of(name.intern()));
    }

    Account organization() {
        return organization;
    }

    /** The person whose token the world is read with. */
    Account owner() {
        return people.getFirst().account();
    }

    /** Members of the organization. */
    List<Member> members() {
        return people.subList(0, core);
    }

    Member updater(SplittableRandom random) {
        return bots.get(random.nextInt(3) == 0 ? 1 : 0);
    }

    /** Runs nightly workflows and deploys. */
    Member machine() {
        return bots.get(2);
    }

    /** Comments on coverage. */
    Member reporter() {
        return bots.get(3);
    }

    Member agent(SplittableRandom random) {
        int one = random.nextInt(10);
        return agents.get(one < 6 ? 0 : one < 8 ? 1 : 2);
    }

    /** A member, of whom some do far more than others; each repository has its own regulars. */
    Member member(SplittableRandom random, int repo) {
        double share = random.nextDouble();
        return people.get(((int) (core * share * share * share) + repo * 5) % core);
    }

    /** A member most of the time, else a stranger. */
    Member anybody(SplittableRandom random, int repo, int strangers) {
        boolean stranger = people.size() > core && random.nextInt(100) < strangers;
        double share = random.nextDouble();
        return stranger ? people.get(core + (int) ((people.size() - core) * share * share)) : member(random, repo);
    }

    Member memberOtherThan(SplittableRandom random, int repo, Member than) {
        Member other = member(random, repo);
        return other.equals(than) ? people.get((people.indexOf(than) + 1) % core) : other;
    }
}
