package dev.pulsehub.simulator.rest;

import dev.pulsehub.simulator.world.Commit;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Commits, branches, tags and comparisons. */
final class CommitRoutes {

    private final Area area;

    private CommitRoutes(Area area) {
        this.area = area;
    }

    static void add(Area area) {
        CommitRoutes commits = new CommitRoutes(area);
        Routes routes = area.routes();
        routes.repo("/commits", commits::list);
        routes.repo(
                "/commits/*",
                (repo, ids, question) -> Area.answer(
                        commits.resolve(repo, ids.getFirst()),
                        commit -> area.shapes().commits().alone(repo, commit)));
        routes.repo(
                "/commits/*/pulls",
                (repo, ids, question) -> area.page(
                        question,
                        commits.pullsWith(repo, ids.getFirst()),
                        area.shapes().pulls()::inList));
        routes.repo(
                "/branches",
                (repo, ids, question) -> area.page(
                        question,
                        List.copyOf(repo.branches().entrySet()),
                        branch -> area.shapes().releases().branch(repo, branch.getKey(), branch.getValue())));
        routes.repo("/branches/*", (repo, ids, question) -> commits.branch(repo, ids.getFirst()));
        routes.repo(
                "/tags",
                (repo, ids, question) -> area.page(
                        question,
                        List.copyOf(repo.tags().entrySet()),
                        tag -> area.shapes().releases().tag(repo, tag.getKey(), tag.getValue())));
        routes.repo("/git/ref/**", (repo, ids, question) -> commits.ref(repo, ids.getFirst()));
        routes.repo("/compare/**", (repo, ids, question) -> commits.compare(repo, ids.getFirst()));
    }

    private Answer list(Repo repo, List<String> ids, Question question) {
        if (repo.commits().isEmpty()) {
            return Answer.error(409, "Git Repository is empty.");
        }
        Instant until = question.moment("until").orElse(Instant.MAX);
        Instant since = Area.since(question);
        Optional<String> author = question.text("author");
        return area.page(
                question,
                repo.commits().reversed().stream()
                        .filter(commit -> !commit.committedAt().isBefore(since))
                        .filter(commit -> !commit.committedAt().isAfter(until))
                        .filter(commit -> author.isEmpty()
                                || author.get().equals(commit.authorEmail())
                                || commit.author()
                                        .filter(one -> one.login().equalsIgnoreCase(author.get()))
                                        .isPresent())
                        .toList(),
                commit -> area.shapes().commits().commit(repo, commit));
    }

    /** By sha, branch or tag. */
    private Optional<Commit> resolve(Repo repo, String name) {
        return Optional.ofNullable(repo.branches().get(name))
                .or(() -> Optional.ofNullable(repo.tags().get(name)))
                .or(() -> Optional.of(name))
                .flatMap(repo::commit);
    }

    private List<Pull> pullsWith(Repo repo, String sha) {
        return repo.pulls()
                .filter(pull -> pull.mergeCommitSha().filter(sha::equals).isPresent()
                        || pull.commits().stream()
                                .anyMatch(commit -> commit.sha().equals(sha)))
                .toList();
    }

    private Answer branch(Repo repo, String name) {
        return Optional.ofNullable(repo.branches().get(name))
                .map(sha -> Answer.ok(area.shapes().releases().branchAlone(repo, name, sha, repo.commit(sha))))
                .orElseGet(() -> Answer.error(404, "Branch not found"));
    }

    private Answer ref(Repo repo, String ref) {
        Map<String, String> names = ref.startsWith("tags/") ? repo.tags() : repo.branches();
        String name = ref.replaceFirst("^(heads|tags)/", "");
        return Optional.ofNullable(names.get(name))
                .map(sha -> Answer.ok(area.shapes().releases().ref(repo, "refs/" + ref, sha)))
                .orElseGet(Answer::notFound);
    }

    /** {@code base...head}, by their common ancestor. */
    private Answer compare(Repo repo, String spec) {
        String[] ends = spec.split("\\.\\.\\.", 2);
        if (ends.length < 2) {
            return Answer.notFound();
        }
        Optional<Commit> base = resolve(repo, ends[0]);
        Optional<Commit> head = resolve(repo, ends[1]);
        if (base.isEmpty() || head.isEmpty()) {
            return Answer.notFound();
        }
        Set<Commit> ofBase = ancestors(repo, base.get());
        Set<Commit> ofHead = ancestors(repo, head.get());
        Optional<Commit> common = ofHead.stream().filter(ofBase::contains).findFirst();
        List<Commit> ahead = ofHead.stream()
                .filter(commit -> !ofBase.contains(commit))
                .toList()
                .reversed();
        int behind =
                (int) ofBase.stream().filter(commit -> !ofHead.contains(commit)).count();
        return common.map(mergeBase ->
                        Answer.ok(area.shapes().commits().comparison(repo, spec, base.get(), mergeBase, ahead, behind)))
                .orElseGet(() -> Answer.error(404, "No common ancestor between " + ends[0] + " and " + ends[1] + "."));
    }

    /** A commit and all before it, nearest first. */
    private static Set<Commit> ancestors(Repo repo, Commit from) {
        Set<Commit> seen = new LinkedHashSet<>();
        Deque<Commit> waiting = new ArrayDeque<>(List.of(from));
        while (!waiting.isEmpty()) {
            Commit commit = waiting.remove();
            if (seen.add(commit)) {
                commit.parents().forEach(parent -> repo.commit(parent).ifPresent(waiting::add));
            }
        }
        return seen;
    }
}
