package dev.pulsehub.simulator.rest;

import dev.pulsehub.simulator.world.Departure;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Pull;
import dev.pulsehub.simulator.world.Repo;
import dev.pulsehub.simulator.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which addresses there are and who answers them. Those under a repository are reached by its name and by its id. */
final class Routes {

    private final World world;
    private final String apiUrl;
    private final List<Route> routes = new ArrayList<>();

    private record Route(String method, String template, Pattern path, Handler handler) {

        long stars() {
            return template.chars().filter(one -> one == '*').count();
        }
    }

    /** Answers an address; {@code ids} are what stood where its template has a star. */
    interface Handler {
        Answer answer(List<String> ids, Question question);
    }

    /** Answers an address under something; {@code ids} are the stars beyond it. */
    interface Of<T> {
        Answer answer(T subject, List<String> ids, Question question);
    }

    Routes(World world, String apiUrl) {
        this.world = world;
        this.apiUrl = apiUrl;
    }

    /** Method and template of each route, a star for each part that varies, two for what may hold slashes. */
    List<String> templates() {
        return routes.stream()
                .map(route -> route.method() + " " + route.template())
                .toList();
    }

    Answer answer(Question question) {
        for (Route route : routes) {
            if (route.method().equals(question.method())) {
                Matcher matcher = route.path().matcher(question.path());
                if (matcher.matches()) {
                    return route.handler().answer(groups(matcher), question);
                }
            }
        }
        return Answer.notFound();
    }

    private static List<String> groups(Matcher matcher) {
        List<String> groups = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            groups.add(matcher.group(i));
        }
        return groups;
    }

    void on(String method, String template, Handler handler) {
        String pattern = Stream.of(template.split("/", -1))
                .map(part -> switch (part) {
                    case "*" -> "([^/]+)";
                    case "**" -> "(.+)";
                    default -> Pattern.quote(part);
                })
                .collect(Collectors.joining("/"));
        routes.add(new Route(method, template, Pattern.compile(pattern), handler));
        routes.sort(Comparator.comparingLong(Route::stars)); // the most exact first
    }

    void get(String template, Handler handler) {
        on("GET", template, handler);
    }

    void repo(String template, Of<Repo> handler) {
        repo("GET", template, handler);
    }

    void repo(String method, String template, Of<Repo> handler) {
        on(method, "/repos/*/*" + template, (ids, question) -> {
            Optional<Repo> repo = seen(world.repo(ids.get(0), ids.get(1)), question);
            if (repo.isPresent()) {
                return allowed(repo.get(), template, handler).answer(repo.get(), ids.subList(2, ids.size()), question);
            }
            return seen(world.formerly(ids.get(0), ids.get(1)), question)
                    .map(moved -> Answer.moved(question.method(), addressOf(moved, question)))
                    .orElseGet(Answer::notFound);
        });
        on(
                method,
                "/repositories/*" + template,
                (ids, question) -> seen(number(ids.getFirst()).flatMap(world::repo), question)
                        .map(repo ->
                                allowed(repo, template, handler).answer(repo, ids.subList(1, ids.size()), question))
                        .orElseGet(Answer::notFound));
    }

    /** The handler, behind GitHub's refusal of what an app has no permission for. */
    private static Of<Repo> allowed(Repo repo, String template, Of<Repo> handler) {
        return (one, ids, question) -> repo.blockedAt()
                .map(Answer::blocked)
                .or(() -> IntegrationRules.refused(question, repo, template))
                .orElseGet(() -> handler.answer(one, ids, question));
    }

    private Optional<Repo> seen(Optional<Repo> repo, Question question) {
        return repo.filter(one -> question.access()
                .within(one, world.permissions().of(question.viewer(), one))
                .isPresent());
    }

    private String addressOf(Repo moved, Question question) {
        String rest = question.path().replaceFirst("^/repos/[^/]+/[^/]+", "");
        return apiUrl + "/repositories/" + moved.id() + rest
                + (question.parameters().isEmpty() ? "" : "?" + question.query());
    }

    void item(String template, Of<Item> handler) {
        item("GET", template, handler);
    }

    /** Under an issue or a pull request; says where a transferred one is and that a deleted one was there. */
    void item(String method, String template, Of<Item> handler) {
        repo(method, "/issues/*" + template, (repo, ids, question) -> {
            Optional<Integer> number = number(ids.getFirst()).map(Long::intValue);
            Optional<Item> item = number.flatMap(repo::item);
            if (item.isPresent()) {
                return handler.answer(item.get(), ids.subList(1, ids.size()), question);
            }
            return number.flatMap(repo::departure)
                    .map(departure -> gone(departure, template, question))
                    .orElseGet(Answer::notFound);
        });
    }

    private Answer gone(Departure departure, String template, Question question) {
        return switch (departure) {
            case Departure.Deleted deleted -> Answer.error(410, "This issue was deleted");
            case Departure.Transferred transferred ->
                Answer.moved(
                        question.method(),
                        apiUrl + "/repositories/" + transferred.to().repo().id() + "/issues/"
                                + transferred.to().number() + template);
        };
    }

    void pull(String template, Of<Pull> handler) {
        pull("GET", template, handler);
    }

    void pull(String method, String template, Of<Pull> handler) {
        repo(
                method,
                "/pulls/*" + template,
                (repo, ids, question) -> number(ids.getFirst())
                        .flatMap(number -> repo.pull(number.intValue()))
                        .map(pull -> handler.answer(pull, ids.subList(1, ids.size()), question))
                        .orElseGet(Answer::notFound));
    }

    static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
