package dev.pulsehub.simulator.graphql;

import dev.pulsehub.simulator.world.Commit;
import dev.pulsehub.simulator.world.Repo;
import graphql.schema.DataFetchingEnvironment;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Commits, who signs them, branches and tags. */
final class CommitFields {

    private static final String HEADS = "refs/heads/";
    private static final String TAGS = "refs/tags/";

    private CommitFields() {}

    /** Who wrote or committed something, and when. */
    private record Signature(Commit commit, Instant at) {}

    static void add(Ground ground) {
        Fields.OfType<Part.CommitIn> commits = ground.addressed(
                ground.fields().of("Commit", Part.CommitIn.class),
                in -> Ground.path(in.repo()) + "/commit/" + in.sha());
        texts(commits)
                .put("id", in -> NodeId.ofCommit(in.sha()).encoded())
                .put("oid", Part.CommitIn::sha)
                .put("abbreviatedOid", in -> in.sha().substring(0, 7))
                .put("repository", Part.CommitIn::repo)
                .put("commitUrl", in -> ground.webUrl() + Ground.path(in.repo()) + "/commit/" + in.sha())
                .put("authoredDate", in -> known(in).authoredAt())
                .put("committedDate", in -> known(in).committedAt())
                .put("additions", in -> known(in).size().additions())
                .put("deletions", in -> known(in).size().deletions())
                .put("changedFilesIfAvailable", in -> known(in).size().files())
                .put("changedFiles", in -> known(in).size().files())
                .put("author", in -> new Signature(known(in), known(in).authoredAt()))
                .put("committer", in -> new Signature(known(in), known(in).committedAt()))
                .put("statusCheckRollup", in -> CheckFields.rollup(in.repo(), in.sha()))
                .put("status", in -> null)
                .ask("parents", (in, environment) -> Lists.listed(environment, parents(in)))
                .ask(
                        "authors",
                        (in, environment) -> Lists.listed(
                                environment,
                                List.of(new Signature(known(in), known(in).authoredAt()))))
                .ask("checkSuites", CheckFields::suitesOf)
                .ask(
                        "associatedPullRequests",
                        (in, environment) -> Lists.listed(
                                environment,
                                in.repo()
                                        .pulls()
                                        .filter(pull -> pull.mergeCommitSha()
                                                        .filter(in.sha()::equals)
                                                        .isPresent()
                                                || pull.commits().stream()
                                                        .anyMatch(commit ->
                                                                commit.sha().equals(in.sha())))
                                        .toList()))
                .ask("history", CommitFields::history);
        ground.fields()
                .of("GitActor", Signature.class)
                .put("name", signature -> signature.commit().authorName())
                .put("email", signature -> signature.commit().authorEmail())
                .put("date", Signature::at)
                .put(
                        "user",
                        signature -> signature
                                .commit()
                                .author()
                                .filter(author -> author.type().equals("User")));
        refs(ground);
    }

    private static Fields.OfType<Part.CommitIn> texts(Fields.OfType<Part.CommitIn> type) {
        return type.put("message", in -> known(in).message())
                .put(
                        "messageHeadline",
                        in -> known(in).message().lines().findFirst().orElse(""))
                .put("messageBody", in -> {
                    int end = known(in).message().indexOf('\n');
                    return end < 0 ? "" : known(in).message().substring(end).strip();
                });
    }

    private static void refs(Ground ground) {
        ground.fields()
                .of("PullRequestCommit", Part.PullCommit.class)
                .put("id", of -> NodeId.ofCommit(of.commit().sha()).encoded())
                .put("commit", of -> Part.CommitIn.of(of.pull().repo(), of.commit()))
                .put("pullRequest", Part.PullCommit::pull);
        ground.fields()
                .of("Ref", Part.RefIn.class)
                .put("id", ref -> new NodeId("Ref", (ref.prefix() + ref.name()).hashCode()).encoded())
                .put("name", Part.RefIn::name)
                .put("prefix", Part.RefIn::prefix)
                .put("repository", Part.RefIn::repo)
                .put("target", ref -> commit(ref.repo(), ref.sha()));
        ground.fields()
                .of("Repository", Repo.class)
                .put(
                        "defaultBranchRef",
                        repo -> repo.commits().isEmpty()
                                ? null
                                : new Part.RefIn(
                                        repo,
                                        HEADS,
                                        repo.profile().defaultBranch(),
                                        repo.commits().getLast().sha()))
                .ask(
                        "refs",
                        (repo, environment) -> Lists.listed(
                                environment,
                                refs(repo, Lists.text(environment, "refPrefix").orElse(""))))
                .ask(
                        "ref",
                        (repo, environment) -> ref(
                                repo, Lists.text(environment, "qualifiedName").orElse("")))
                .ask("object", (repo, environment) -> object(repo, environment));
    }

    private static List<Part.RefIn> refs(Repo repo, String prefix) {
        List<Part.RefIn> refs = new ArrayList<>();
        if (HEADS.startsWith(prefix)) {
            repo.branches().forEach((name, sha) -> refs.add(new Part.RefIn(repo, HEADS, name, sha)));
        }
        if (TAGS.startsWith(prefix)) {
            repo.tags().forEach((name, sha) -> refs.add(new Part.RefIn(repo, TAGS, name, sha)));
        }
        return refs;
    }

    /** By its whole name, or by its last part alone. */
    private static Optional<Part.RefIn> ref(Repo repo, String name) {
        return refs(repo, "refs/").stream()
                .filter(ref -> name.equals(ref.name()) || name.equals(ref.prefix() + ref.name()))
                .findFirst();
    }

    private static Optional<Part.CommitIn> object(Repo repo, DataFetchingEnvironment environment) {
        String asked = Lists.text(environment, "oid")
                .or(() -> Lists.text(environment, "expression"))
                .orElse("");
        String sha = ref(repo, asked).map(Part.RefIn::sha).orElse(asked);
        return repo.commit(sha).map(commit -> Part.CommitIn.of(repo, commit));
    }

    /** A commit by its hash, which may be all that is known of it. */
    static Part.CommitIn commit(Repo repo, String sha) {
        return new Part.CommitIn(repo, sha, repo.commit(sha));
    }

    private static Commit known(Part.CommitIn in) {
        return in.commit()
                .orElseThrow(
                        () -> new QueryRefused("Only the hash of commit " + in.sha() + " was recorded", "NOT_FOUND"));
    }

    private static List<Part.CommitIn> parents(Part.CommitIn in) {
        return known(in).parents().stream()
                .map(sha -> new Part.CommitIn(in.repo(), sha, Optional.empty()))
                .toList();
    }

    /** Newest first; a cursor counts from the first commit, so that it outlives a push. */
    private static Slice history(Part.CommitIn in, DataFetchingEnvironment environment) {
        List<Commit> branch = in.repo().commits();
        Map<Commit, Integer> places = new IdentityHashMap<>();
        branch.forEach(commit -> places.put(commit, 999_999_999 - places.size()));
        Optional<Instant> since = moment(environment, "since");
        Optional<Instant> until = moment(environment, "until");
        List<Commit> asked = branch.reversed().stream()
                .dropWhile(commit -> !commit.sha().equals(in.sha()))
                .filter(commit ->
                        since.map(at -> !commit.committedAt().isBefore(at)).orElse(true))
                .filter(commit ->
                        until.map(at -> !commit.committedAt().isAfter(at)).orElse(true))
                .toList();
        Slice slice = Slice.of(environment, asked, commit -> "%09d".formatted(places.getOrDefault(commit, 0)), false);
        return slice.as(commit -> Part.CommitIn.of(in.repo(), (Commit) commit));
    }

    private static Optional<Instant> moment(DataFetchingEnvironment environment, String argument) {
        return Lists.text(environment, argument)
                .map(text -> OffsetDateTime.parse(text).toInstant());
    }
}
