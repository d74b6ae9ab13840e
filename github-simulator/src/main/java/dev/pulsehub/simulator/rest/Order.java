package dev.pulsehub.simulator.rest;

import dev.pulsehub.simulator.world.Item;
import java.time.Instant;
import java.util.Comparator;

/** The order of a list of issues or pull requests, from {@code sort} and {@code direction}. */
record Order(boolean byUpdate, boolean ascending) {

    /** Where in the order something is. */
    record Place(Instant moment, int number) {}

    static Order of(Question question) {
        return new Order(
                "updated".equals(question.text("sort").orElse("created")),
                "asc".equals(question.text("direction").orElse("desc")));
    }

    Place place(Item item) {
        return new Place(byUpdate ? item.updatedAt() : item.createdAt(), item.number());
    }

    int compare(Place one, Place other) {
        Comparator<Place> order = Comparator.comparing(Place::moment).thenComparing(Place::number);
        return ascending ? order.compare(one, other) : order.compare(other, one);
    }

    /** Compares without making a place of each: a list of a large repository is sorted for each of its pages. */
    Comparator<Item> ofItems() {
        Comparator<Item> order = byUpdate
                ? Comparator.comparing(Item::updatedAt).thenComparingInt(Item::number)
                : Comparator.comparing(Item::createdAt).thenComparingInt(Item::number);
        return ascending ? order : order.reversed();
    }
}
