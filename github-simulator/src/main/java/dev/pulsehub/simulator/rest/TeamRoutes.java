package dev.pulsehub.simulator.rest;

import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Permissions;
import dev.pulsehub.simulator.world.Team;
import java.util.List;
import java.util.Map;

/** Teams, their members and their repositories; seen by members of the organization alone. */
final class TeamRoutes {

    private final Area area;

    private TeamRoutes(Area area) {
        this.area = area;
    }

    static void add(Area area) {
        TeamRoutes teams = new TeamRoutes(area);
        area.routes()
                .get(
                        "/orgs/*/teams",
                        (ids, question) -> area.organization(ids.getFirst())
                                .filter(organization -> teams.sees(organization, question))
                                .map(organization -> area.page(
                                        question,
                                        area.world().permissions().teamsOf(organization),
                                        area.shapes().teams()::team))
                                .orElseGet(Answer::notFound));
        teams.under("", (team, ids, question) -> Answer.ok(area.shapes().teams().full(team)));
        teams.under("/members", teams::members);
        teams.under("/memberships/*", teams::membership);
        teams.under(
                "/teams",
                (team, ids, question) -> area.page(
                        question,
                        area.world().permissions().teamsOf(team.organization()).stream()
                                .filter(child ->
                                        child.parent().filter(team::equals).isPresent())
                                .toList(),
                        area.shapes().teams()::team));
        teams.under("/repos", teams::repos);
        area.routes()
                .repo(
                        "/teams",
                        (repo, ids, question) -> area.page(
                                question,
                                area.world().permissions().teamsOf(repo.owner()).stream()
                                        .filter(team -> team.repos().containsKey(repo.id()))
                                        .toList(),
                                area.shapes().teams()::team));
    }

    private boolean sees(Account organization, Question question) {
        return area.role(question, organization).isPresent();
    }

    /** By the organization's login and the team's slug, and by both their ids. */
    private void under(String template, Routes.Of<Team> handler) {
        Permissions permissions = area.world().permissions();
        area.routes()
                .get(
                        "/orgs/*/teams/*" + template,
                        (ids, question) -> area.organization(ids.get(0))
                                .filter(organization -> sees(organization, question))
                                .flatMap(organization -> permissions.team(organization, ids.get(1)))
                                .map(team -> handler.answer(team, ids.subList(2, ids.size()), question))
                                .orElseGet(Answer::notFound));
        area.routes()
                .get(
                        "/organizations/*/team/*" + template,
                        (ids, question) -> Routes.number(ids.get(0))
                                .flatMap(area.world()::account)
                                .filter(organization -> sees(organization, question))
                                .flatMap(organization -> permissions.teamsOf(organization).stream()
                                        .filter(team -> Long.toString(team.id()).equals(ids.get(1)))
                                        .findFirst())
                                .map(team -> handler.answer(team, ids.subList(2, ids.size()), question))
                                .orElseGet(Answer::notFound));
    }

    private Answer members(Team team, List<String> ids, Question question) {
        String role = question.text("role").orElse("all");
        return area.page(
                question,
                team.members().entrySet().stream()
                        .filter(entry -> role.equals("all") || entry.getValue().equals(role))
                        .map(Map.Entry::getKey)
                        .toList(),
                area.shapes().accounts()::user);
    }

    private Answer membership(Team team, List<String> ids, Question question) {
        return area.world()
                .account(ids.getFirst())
                .filter(team.members()::containsKey)
                .map(member -> Answer.ok(area.shapes()
                        .teams()
                        .membership(team, member, String.valueOf(team.members().get(member)))))
                .orElseGet(Answer::notFound);
    }

    private Answer repos(Team team, List<String> ids, Question question) {
        return area.page(
                question,
                area.world().repos().stream()
                        .filter(repo -> team.repos().containsKey(repo.id()))
                        .toList(),
                repo -> area.shapes()
                        .repos()
                        .repo(repo, java.util.Optional.ofNullable(team.repos().get(repo.id()))));
    }
}
