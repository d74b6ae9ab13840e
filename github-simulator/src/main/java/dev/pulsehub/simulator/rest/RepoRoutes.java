package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Commit;
import dev.pulsehub.simulator.world.Permissions.Right;
import dev.pulsehub.simulator.world.Release;
import dev.pulsehub.simulator.world.Repo;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Repositories, who works in them, their releases and who likes them. */
final class RepoRoutes {

    private final Area area;

    private RepoRoutes(Area area) {
        this.area = area;
    }

    static void add(Area area) {
        RepoRoutes repos = new RepoRoutes(area);
        Routes routes = area.routes();
        routes.repo(
                "", (repo, ids, question) -> Answer.ok(area.shapes().repos().full(repo, area.right(question, repo))));
        routes.repo("/collaborators", repos::collaborators);
        routes.repo("/collaborators/*/permission", repos::permission);
        routes.repo("/assignees", repos::assignees);
        routes.repo("/contributors", repos::contributors);
        routes.repo("/languages", (repo, ids, question) -> {
            ObjectNode node = Shapes.object();
            repo.profile().language().ifPresent(language -> node.put(language, 1000));
            return Answer.ok(node);
        });
        routes.repo("/topics", (repo, ids, question) -> {
            ObjectNode node = Shapes.object();
            node.putArray("names");
            return Answer.ok(node);
        });
        routes.repo(
                "/stargazers",
                (repo, ids, question) -> area.page(
                        question, repo.stars(), star -> area.shapes().accounts().user(star.account())));
        routes.repo(
                "/subscribers",
                (repo, ids, question) ->
                        area.page(question, List.of(repo.owner()), area.shapes().accounts()::user));
        routes.repo(
                "/forks",
                (repo, ids, question) -> area.page(
                        question,
                        area.world().repos().stream()
                                .filter(one ->
                                        one.profile().isFork() && one.name().equals(repo.name()))
                                .filter(one -> area.may(question, one, Right.PULL))
                                .toList(),
                        area.shapes().repos()::repo));
        repos.releases(routes);
    }

    private void releases(Routes routes) {
        ReleaseShapes shapes = area.shapes().releases();
        routes.repo(
                "/releases",
                (repo, ids, question) ->
                        area.page(question, seen(repo, question), release -> shapes.release(repo, release)));
        routes.repo(
                "/releases/latest",
                (repo, ids, question) -> Area.answer(
                        repo.releases().stream()
                                .filter(release -> !release.draft() && !release.prerelease())
                                .max(Comparator.comparing(Release::createdAt)),
                        release -> shapes.release(repo, release)));
        routes.repo(
                "/releases/*",
                (repo, ids, question) -> Area.answer(
                        seen(repo, question).stream()
                                .filter(release -> Long.toString(release.id()).equals(ids.getFirst()))
                                .findFirst(),
                        release -> shapes.release(repo, release)));
        routes.repo(
                "/releases/tags/*",
                (repo, ids, question) -> Area.answer(
                        seen(repo, question).stream()
                                .filter(release -> release.tag().equals(ids.getFirst()) && !release.draft())
                                .findFirst(),
                        release -> shapes.release(repo, release)));
    }

    /** Newest first; drafts are for those who may push. */
    private List<Release> seen(Repo repo, Question question) {
        return repo.releases().stream()
                .filter(release -> !release.draft() || area.may(question, repo, Right.PUSH))
                .sorted(Comparator.comparing(Release::createdAt)
                        .thenComparing(Release::id)
                        .reversed())
                .toList();
    }

    private Map<Account, Right> everybody(Repo repo) {
        Map<Account, Right> rights = new LinkedHashMap<>();
        for (Account account : area.world().accounts()) {
            if (!account.isOrganization()) {
                area.world().permissions().relation(account, repo).ifPresent(right -> rights.put(account, right));
            }
        }
        return rights;
    }

    private Answer collaborators(Repo repo, List<String> ids, Question question) {
        if (!area.may(question, repo, Right.PUSH)) {
            return Answer.error(403, "Must have push access to view repository collaborators.");
        }
        return area.page(
                question,
                List.copyOf(everybody(repo).entrySet()),
                entry -> area.shapes().accounts().collaborator(entry.getKey(), entry.getValue()));
    }

    private Answer permission(Repo repo, List<String> ids, Question question) {
        return Area.answer(
                area.world().account(ids.getFirst()),
                account -> area.shapes()
                        .accounts()
                        .permission(account, area.world().permissions().of(account, repo)));
    }

    private Answer assignees(Repo repo, List<String> ids, Question question) {
        return area.page(
                question, List.copyOf(everybody(repo).keySet()), area.shapes().accounts()::user);
    }

    /** Authors of commits of the default branch, the busiest first. */
    private Answer contributors(Repo repo, List<String> ids, Question question) {
        Map<Account, Integer> commits = new LinkedHashMap<>();
        repo.commits().stream()
                .map(Commit::author)
                .flatMap(Optional::stream)
                .forEach(author -> commits.merge(author, 1, Integer::sum));
        return area.page(
                question,
                commits.entrySet().stream()
                        .sorted(Map.Entry.<Account, Integer>comparingByValue().reversed())
                        .toList(),
                entry -> area.shapes().accounts().user(entry.getKey()).put("contributions", entry.getValue()));
    }
}
