package dev.pulsehub.core.github;

import dev.pulsehub.core.github.Payloads.Actor;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads GitHub's JSON tolerantly: what is missing or null is absent; what must be there and is not is said by name. */
final class Json {

    private final JsonObject object;

    Json(JsonObject object) {
        this.object = object;
    }

    Optional<String> findText(String field) {
        return switch (object.get(field)) {
            case JsonString text -> Optional.of(text.getString().replace("\0", ""));
            case JsonNumber number -> Optional.of(number.toString());
            case null, default -> Optional.empty();
        };
    }

    String text(String field) {
        return findText(field).orElseThrow(() -> missing(field));
    }

    String text(String field, String otherwise) {
        return findText(field).orElse(otherwise);
    }

    /** Numbers beyond 53 bits travel as text. */
    long number(String field) {
        try {
            return Long.parseLong(text(field));
        } catch (NumberFormatException e) {
            throw new PayloadRejected("\"" + field + "\" is no whole number");
        }
    }

    int count(String field) {
        return object.get(field) instanceof JsonNumber number ? number.intValue() : 0;
    }

    boolean flag(String field) {
        return object.get(field) == JsonValue.TRUE;
    }

    Optional<Instant> findMoment(String field) {
        try {
            return findText(field).map(Instant::parse);
        } catch (DateTimeException e) {
            throw new PayloadRejected("\"" + field + "\" is no moment");
        }
    }

    Instant moment(String field) {
        return findMoment(field).orElseThrow(() -> missing(field));
    }

    Optional<Json> find(String field) {
        return object.get(field) instanceof JsonObject inner ? Optional.of(new Json(inner)) : Optional.empty();
    }

    Json get(String field) {
        return find(field).orElseThrow(() -> missing(field));
    }

    boolean has(String field) {
        return object.containsKey(field);
    }

    /** The objects of an array; nulls among them, which GitHub sends for nodes it could not read, are left out. */
    List<Json> list(String field) {
        return object.get(field) instanceof JsonArray array ? objects(array) : List.of();
    }

    static List<Json> objects(JsonArray array) {
        return array.stream()
                .filter(JsonObject.class::isInstance)
                .map(value -> new Json(value.asJsonObject()))
                .toList();
    }

    /** GraphQL's form of an account; absent when it is gone. */
    Optional<Actor> graphqlActor(String field) {
        return find(field)
                .filter(actor -> actor.findText("databaseId").isPresent())
                .map(actor -> {
                    String type = actor.text("__typename", "User");
                    String login = actor.text("login");
                    return new Actor(
                            actor.number("databaseId"),
                            type.equals("Bot") ? login + "[bot]" : login,
                            type,
                            actor.findText("name"),
                            actor.findText("avatarUrl"));
                });
    }

    /** REST's form of an account; absent when it is gone, which REST shows as null or as the user ghost. */
    Optional<Actor> restActor(String field) {
        return find(field)
                .filter(actor -> actor.findText("id").isPresent())
                .filter(actor -> !actor.text("login", "ghost").equals("ghost"))
                .map(actor -> new Actor(
                        actor.number("id"),
                        actor.text("login"),
                        actor.text("type", "User"),
                        actor.findText("name"),
                        actor.findText("avatar_url")));
    }

    private static PayloadRejected missing(String field) {
        return new PayloadRejected("\"" + field + "\" is missing");
    }
}
