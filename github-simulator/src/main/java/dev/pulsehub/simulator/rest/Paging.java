package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.world.Item;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Cuts lists into pages and says in {@code Link} where the others are; absent when one page holds all. */
final class Paging {

    private final String apiUrl;

    Paging(String apiUrl) {
        this.apiUrl = apiUrl;
    }

    <T> Answer byNumber(Question question, List<T> all, Function<T, ? extends JsonNode> shape) {
        return new Answer(200, Shapes.list(slice(question, all), shape), link(question, all.size()));
    }

    /**
     * A list inside an object with {@code total_count}, which tells all there are, also beyond the cap.
     *
     * @param cap how many of them can be reached
     */
    <T> Answer wrapped(Question question, String name, List<T> all, Function<T, ? extends JsonNode> shape, int cap) {
        List<T> reachable = all.subList(0, Math.min(cap, all.size()));
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("total_count", all.size());
        body.set(name, Shapes.list(slice(question, reachable), shape));
        return new Answer(200, body, link(question, reachable.size()));
    }

    private static <T> List<T> slice(Question question, List<T> all) {
        int from = (int) Math.min(all.size(), (long) (page(question) - 1) * question.perPage());
        return all.subList(from, Math.min(all.size(), from + question.perPage()));
    }

    private static int page(Question question) {
        return Math.max(1, question.number("page", 1));
    }

    private Map<String, String> link(Question question, int total) {
        int page = page(question);
        int last = Math.max(1, (total + question.perPage() - 1) / question.perPage());
        List<String> links = new ArrayList<>();
        if (page > 1) {
            links.add(relation(question, "page", Integer.toString(page - 1), "prev"));
        }
        if (page < last) {
            links.add(relation(question, "page", Integer.toString(page + 1), "next"));
            links.add(relation(question, "page", Integer.toString(last), "last"));
        }
        if (page > 1) {
            links.add(relation(question, "page", "1", "first"));
        }
        return links.isEmpty() ? Map.of() : Map.of("Link", String.join(", ", links));
    }

    /**
     * The issues list: an opaque {@code after} cursor and no {@code last}, as GitHub pages it today. The cursor holds
     * place and number, so that it outlives changes of the item it was made from.
     */
    Answer byCursor(Question question, List<Item> all, Order order, Function<Item, ? extends JsonNode> shape) {
        int size = question.perPage();
        int end = question.text("before")
                .map(cursor -> count(all, order, decode(cursor), -1))
                .orElse(all.size());
        int start = question.text("before").isPresent()
                ? Math.max(0, end - size)
                : question.text("after")
                        .map(cursor -> all.size() - count(all, order, decode(cursor), 1))
                        .orElseGet(() -> (int) Math.min(all.size(), (long) (page(question) - 1) * size));
        List<Item> nodes = all.subList(start, Math.min(end, start + size));
        List<String> links = new ArrayList<>();
        if (start + nodes.size() < all.size() && !nodes.isEmpty()) {
            links.add(relation(question, "after", encode(order.place(nodes.getLast())), "next", "page", "before"));
        }
        if (start > 0 && !nodes.isEmpty()) {
            links.add(relation(question, "before", encode(order.place(nodes.getFirst())), "prev", "page", "after"));
        }
        return new Answer(
                200, Shapes.list(nodes, shape), links.isEmpty() ? Map.of() : Map.of("Link", String.join(", ", links)));
    }

    /** How many come before a place (-1), or after it (1). */
    private static int count(List<Item> all, Order order, Order.Place place, int side) {
        return (int) all.stream()
                .filter(item -> Integer.signum(order.compare(order.place(item), place)) == side)
                .count();
    }

    private String relation(Question question, String name, String value, String relation, String... without) {
        return "<" + apiUrl + question.path() + "?" + question.queryWith(name, value, without) + ">; rel=\"" + relation
                + "\"";
    }

    private static String encode(Order.Place place) {
        String plain = "v1:" + place.moment().getEpochSecond() + ":" + place.number();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static Order.Place decode(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split(":", -1);
            if (parts.length == 3 && parts[0].equals("v1")) {
                return new Order.Place(Instant.ofEpochSecond(Long.parseLong(parts[1])), Integer.parseInt(parts[2]));
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The cursor is invalid", e);
        }
        throw new IllegalArgumentException("The cursor is invalid");
    }
}
