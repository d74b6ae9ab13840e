package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Permissions.Right;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What every group of routes needs. */
record Area(World world, Shapes shapes, Paging paging, Routes routes, RestApi.Changer changer) {

    <T> Answer page(Question question, List<T> all, Function<T, ? extends JsonNode> shape) {
        return paging.byNumber(question, all, shape);
    }

    static <T> Answer answer(Optional<T> found, Function<T, ? extends JsonNode> shape) {
        return found.map(one -> Answer.ok(shape.apply(one))).orElseGet(Answer::notFound);
    }

    static Instant since(Question question) {
        return question.moment("since").orElse(Instant.MIN);
    }

    /** What the viewer may do with a repository, as far as their token lets them; empty where they do not see it. */
    Optional<Right> right(Question question, Repo repo) {
        return question.access().within(repo, world.permissions().of(question.viewer(), repo));
    }

    /** The viewer's role in an organization, or the one that comes closest to what their app may do there. */
    Optional<String> role(Question question, Account organization) {
        return question.access().reach().role(organization, world.permissions().role(organization, question.viewer()));
    }

    /** Whether a token that has scopes has one of these; what has none is held by other means. */
    boolean scoped(Question question, String... anyOf) {
        return !question.access().isScoped() || question.access().hasScope(anyOf);
    }

    boolean may(Question question, Repo repo, Right right) {
        return right(question, repo).filter(held -> held.compareTo(right) >= 0).isPresent();
    }

    Optional<Account> organization(String login) {
        return world.account(login).filter(Account::isOrganization);
    }

    /** Does a command in the viewer's name: a collection of the repository or a thing in it and a verb. */
    ObjectNode change(Question question, Repo repo, ObjectNode body, String... what) {
        body.put("actor", question.viewer().login());
        List<String> path = new ArrayList<>(List.of(repo.owner().login(), repo.name()));
        path.addAll(List.of(what));
        return changer.change(path, body);
    }

    /** Why the viewer may not write; empty when they may. */
    Optional<Answer> refused(Question question, Repo repo, Right needed) {
        if (repo.profile().isArchived()) {
            return Optional.of(Answer.error(403, "Repository was archived so is read-only."));
        }
        return may(question, repo, needed)
                ? Optional.empty()
                : Optional.of(Answer.error(403, "Must have admin rights to Repository."));
    }
}
