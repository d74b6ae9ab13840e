package dev.pulsehub.simulator.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.world.Commit;
import dev.pulsehub.simulator.world.Release;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.RepoVerbs;

/** Verbs of a repository as a whole, its branches, tags and releases. */
final class RepoWords {

    private RepoWords() {}

    static ObjectNode repo(Repo repo, String verb, Asked asked) {
        RepoVerbs verbs = asked.verbs().repos();
        switch (verb) {
            case "rename" -> verbs.rename(repo, asked.actor(), asked.required("name"));
            case "transfer" -> verbs.transfer(repo, asked.actor(), asked.account(asked.required("to")));
            case "block" -> verbs.block(repo, true);
            case "unblock" -> verbs.block(repo, false);
            case "archive" -> verbs.archive(repo, asked.actor(), true);
            case "unarchive" -> verbs.archive(repo, asked.actor(), false);
            case "privatize" -> verbs.hide(repo, asked.actor(), true);
            case "publicize" -> verbs.hide(repo, asked.actor(), false);
            case "delete" -> verbs.delete(repo, asked.actor());
            case "star" -> verbs.star(repo, asked.actor());
            case "unstar" -> verbs.unstar(repo, asked.actor());
            case "fork" -> {
                return Words.id(verbs.fork(repo, asked.actor()).id());
            }
            case "push" -> verbs.push(repo, asked.author(), next(repo, asked));
            case "force-push" -> verbs.forcePush(repo, asked.author(), asked.amount("dropped", 1), next(repo, asked));
            case "branches" -> branch(repo, verbs, asked);
            case "tags" ->
                verbs.tag(
                        repo,
                        asked.actor(),
                        asked.required("name"),
                        asked.text("sha").orElseGet(() -> head(repo)));
            case "releases" -> {
                return releases(repo, verbs, asked);
            }
            default -> throw new NoSuchThing("No such collection or verb: " + verb);
        }
        return Words.id(repo.id());
    }

    private static void branch(Repo repo, RepoVerbs verbs, Asked asked) {
        if (asked.part(1).equals("delete")) {
            verbs.deleteBranch(repo, asked.actor(), asked.part(0));
        } else {
            verbs.branch(repo, asked.actor(), asked.required("name"), next(repo, asked));
        }
    }

    private static ObjectNode releases(Repo repo, RepoVerbs verbs, Asked asked) {
        if (asked.path().isEmpty()) {
            String tag = asked.required("tag");
            return Words.id(verbs.release(
                            repo,
                            asked.author(),
                            tag,
                            asked.text("name").orElse(tag),
                            asked.is("prerelease", false),
                            asked.is("draft", false))
                    .id());
        }
        Release release = repo.releases().stream()
                .filter(one -> Long.toString(one.id()).equals(asked.part(0)))
                .findFirst()
                .orElseThrow(() -> new NoSuchThing("No release " + asked.part(0)));
        switch (asked.part(1)) {
            case "publish" -> verbs.publish(repo, release, asked.actor());
            case "delete" -> verbs.deleteRelease(repo, release, asked.actor());
            default -> throw Words.noVerb(asked.part(1));
        }
        return Words.id(release.id());
    }

    private static Commit next(Repo repo, Asked asked) {
        String name = repo.fullName() + " " + repo.commits().size() + " " + asked.at()
                + asked.text("name").orElse("");
        return PullWords.commit(name, head(repo), asked);
    }

    private static String head(Repo repo) {
        return repo.commits().isEmpty()
                ? Asked.sha(repo.fullName())
                : repo.commits().getLast().sha();
    }
}
