package dev.pulsehub.simulator.generator;

import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Permissions;
import dev.pulsehub.simulator.world.Project;
import dev.pulsehub.simulator.world.ProjectItem;
import dev.pulsehub.simulator.world.Team;
import dev.pulsehub.simulator.world.Verbs;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** How the organization orders its people and its work: teams within a team, and a project in sprints. */
final class Organizing {

    private static final int SPRINT = 14;
    private static final int MOST_ROWS = 1_000;
    private static final List<String> TEAMS =
            List.of("Platform", "Payments", "Mobile", "Web", "Data", "Security", "Search", "Operations");

    private final Stage stage;
    private final Project project;
    private final LocalDate firstDay;
    private int rows;

    Organizing(Stage stage, List<Place> places) {
        this.stage = stage;
        firstDay = LocalDate.ofInstant(stage.rhythm().begin(), ZoneOffset.UTC);
        Verbs verbs = stage.world().at(stage.rhythm().begin());
        Account owner = stage.crew().owner();
        teams(verbs, places, owner);
        project = verbs.projects().create(stage.crew().organization(), "Roadmap", SPRINT, owner);
        verbs.projects().column(project, "Estimate", "NUMBER");
        LocalDate end =
                LocalDate.ofInstant(stage.rhythm().end(), ZoneOffset.UTC).plusDays(SPRINT * 2);
        for (int i = 0; firstDay.plusDays((long) i * SPRINT).isBefore(end); i++) {
            verbs.projects().iteration(project, sprint(i), firstDay.plusDays((long) i * SPRINT), owner);
        }
    }

    private static String sprint(int number) {
        return "Sprint " + (number + 1);
    }

    private void teams(Verbs verbs, List<Place> places, Account owner) {
        Account organization = stage.crew().organization();
        Team all = verbs.people().createTeam(organization, "Engineering", Optional.empty(), owner);
        List<Crew.Member> members = stage.crew().members();
        int count = Math.clamp(members.size() / 6, 1, TEAMS.size());
        for (int i = 0; i < count; i++) {
            Team team = verbs.people().createTeam(organization, TEAMS.get(i), Optional.of(all), owner);
            for (int one = i; one < members.size(); one += count) {
                String role = one == i ? "maintainer" : "member";
                verbs.people().addTo(team, members.get(one).account(), role, owner);
            }
            for (int one = i; one < places.size(); one += count) {
                verbs.people().allow(team, places.get(one).repo(), Permissions.Right.PUSH, owner);
            }
        }
    }

    /** Takes some of the work into the project, where it moves as it goes on. */
    void plan(Item item, Instant begin, Instant end, boolean ends, SplittableRandom random) {
        if (rows == MOST_ROWS || random.nextInt(100) >= 12) {
            return;
        }
        rows++;
        Account by = stage.crew().owner();
        ProjectItem row = stage.world().at(begin).projects().add(project, item, by);
        String estimate = Integer.toString(1 << random.nextInt(5));
        Instant[] moments = Stage.between(begin, end, 2, random);
        stage.at(moments[0], verbs -> {
            verbs.projects().set(row, "Status", "Todo", by);
            verbs.projects().set(row, "Estimate", estimate, by);
        });
        stage.at(moments[1], verbs -> {
            long days = LocalDate.ofInstant(moments[1], ZoneOffset.UTC).toEpochDay() - firstDay.toEpochDay();
            verbs.projects().set(row, "Iteration", sprint((int) (days / SPRINT)), by);
            verbs.projects().set(row, "Status", "In Progress", by);
        });
        if (ends) {
            stage.at(end, verbs -> verbs.projects().set(row, "Status", "Done", by));
        }
    }
}
