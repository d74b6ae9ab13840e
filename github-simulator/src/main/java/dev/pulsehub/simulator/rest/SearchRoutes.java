package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.api.Search;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Permissions.Right;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Search for issues and pull requests; of what it finds, no more than 1,000 can be read. */
final class SearchRoutes {

    private static final int MOST_RESULTS = 1000;

    private SearchRoutes() {}

    static void add(Area area) {
        area.routes().get("/search/issues", (ids, question) -> search(area, question));
    }

    private static ObjectNode found(Area area, Item item) {
        return area.shapes()
                .issues()
                .issue(item)
                .put("body", item.body().orElse(""))
                .put("score", 1);
    }

    private static Answer search(Area area, Question question) {
        String text = question.text("q").orElse("");
        if (text.isBlank()) {
            return Answer.invalid("Search", "q", "missing");
        }
        Search search = Search.of(text);
        Comparator<Item> order = Order.of(question).ofItems();
        List<Item> found = area.world().repos().stream()
                .filter(repo -> area.may(question, repo, Right.PULL))
                .flatMap(repo -> repo.items().stream())
                .filter(search)
                .sorted(order)
                .toList();
        if ((question.number("page", 1) - 1) * question.perPage() >= MOST_RESULTS) {
            return Answer.error(422, "Only the first 1000 search results are available");
        }
        Answer page = area.paging().wrapped(question, "items", found, item -> found(area, item), MOST_RESULTS);
        ObjectNode body = Shapes.object();
        body.set("total_count", page.body().path("total_count"));
        body.put("incomplete_results", false);
        body.put("search_type", "lexical");
        body.set("items", page.body().path("items"));
        return new Answer(200, body, Map.copyOf(page.headers()));
    }
}
