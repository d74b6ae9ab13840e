package dev.pulsehub.core.github;

import dev.pulsehub.core.github.GitHub.Repository;
import dev.pulsehub.core.github.Payloads.WholeIssue;
import dev.pulsehub.core.github.Payloads.WholePull;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an issue or pull request with its nested lists, asking for the rest of those that did not fit. */
final class Overflow {

    private static final Map<String, String> ISSUE_LISTS =
            Map.of("labels", "labels", "comments", "comments", "timelineItems", "timeline");
    private static final Map<String, String> PULL_LISTS = Map.of(
            "labels",
            "labels",
            "comments",
            "comments",
            "reviews",
            "reviews",
            "commits",
            "commits",
            "timelineItems",
            "timeline");

    private final GraphQl graphql;

    Overflow(GraphQl graphql) {
        this.graphql = graphql;
    }

    Asked of(Repository repository) {
        return new Asked(repository);
    }

    /** One page's reading; counts what the rest cost. */
    final class Asked {

        private final Repository repository;
        private int requests;

        private Asked(Repository repository) {
            this.repository = repository;
        }

        int requests() {
            return requests;
        }

        WholeIssue issue(Json node) {
            Map<String, List<Json>> lists = lists(node, ISSUE_LISTS, "issue-rest", "issue");
            return new WholeIssue(
                    GraphQlReader.issue(
                            node,
                            read(lists, "labels").map(GraphQlReader::label).toList()),
                    read(lists, "comments").map(GraphQlReader::comment).toList(),
                    read(lists, "timelineItems").map(GraphQlReader::event).toList());
        }

        WholePull pull(Json node) {
            Map<String, List<Json>> lists = lists(node, PULL_LISTS, "pull-rest", "pullRequest");
            return new WholePull(
                    GraphQlReader.pull(
                            node,
                            read(lists, "labels").map(GraphQlReader::label).toList()),
                    read(lists, "comments").map(GraphQlReader::comment).toList(),
                    read(lists, "reviews")
                            .map(GraphQlReader::review)
                            .flatMap(Optional::stream)
                            .toList(),
                    read(lists, "commits").map(GraphQlReader::commit).toList(),
                    read(lists, "timelineItems").map(GraphQlReader::event).toList());
        }

        private static java.util.stream.Stream<Json> read(Map<String, List<Json>> lists, String name) {
            return lists.getOrDefault(name, List.of()).stream();
        }

        private Map<String, List<Json>> lists(Json node, Map<String, String> names, String query, String field) {
            Map<String, List<Json>> lists = new LinkedHashMap<>();
            Map<String, String> cursors = new LinkedHashMap<>();
            names.keySet().forEach(name -> {
                lists.put(name, new ArrayList<>());
                take(node, name, lists, cursors);
            });
            boolean more = names.keySet().stream()
                    .anyMatch(name -> node.get(name).get("pageInfo").flag("hasNextPage"));
            while (more) {
                Json rest = rest(query, field, node.count("number"), names, cursors);
                more = false;
                for (String name : names.keySet()) {
                    more |= take(rest, name, lists, cursors);
                }
            }
            return lists;
        }

        /** Takes a list's nodes and remembers its end; a list that has ended goes on giving nothing. */
        private static boolean take(
                Json node, String name, Map<String, List<Json>> lists, Map<String, String> cursors) {
            Json connection = node.get(name);
            lists.getOrDefault(name, new ArrayList<>()).addAll(connection.list("nodes"));
            Json pageInfo = connection.get("pageInfo");
            pageInfo.findText("endCursor").ifPresent(cursor -> cursors.put(name, cursor));
            return pageInfo.flag("hasNextPage");
        }

        private Json rest(
                String query, String field, int number, Map<String, String> names, Map<String, String> cursors) {
            requests++;
            JsonObjectBuilder variables = jakarta.json.Json.createObjectBuilder()
                    .add("owner", repository.owner())
                    .add("name", repository.name())
                    .add("number", number);
            cursors.forEach((name, cursor) -> variables.add(names.getOrDefault(name, name), cursor));
            return graphql.ask(query, variables.build())
                    .data()
                    .find("repository")
                    .flatMap(repo -> repo.find(field))
                    .orElseThrow(
                            () -> new GraphQl.TooMuch("#" + number + " of " + repository + " went away meanwhile"));
        }
    }
}
