package dev.pulsehub.simulator.api;

import dev.pulsehub.simulator.world.Account;
import dev.pulsehub.simulator.world.Item;
import dev.pulsehub.simulator.world.Pull;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** GitHub's search language as far as issues and pull requests are asked for in it. */
public record Search(List<Predicate<Item>> conditions) implements Predicate<Item> {

    private static final Pattern WORD = Pattern.compile("(-)?(?:([\\w-]+):)?(?:\"([^\"]*)\"|(\\S+))");

    public Search {
        conditions = List.copyOf(conditions);
    }

    /**
     * Reads a query.
     *
     * @throws IllegalArgumentException for a qualifier that is not simulated
     */
    public static Search of(String query) {
        List<Predicate<Item>> conditions = new ArrayList<>();
        Matcher words = WORD.matcher(query);
        while (words.find()) {
            String value = words.group(3) == null ? words.group(4) : words.group(3);
            Predicate<Item> condition = words.group(2) == null
                    ? text(value)
                    : qualifier(words.group(2).toLowerCase(Locale.ROOT), value);
            conditions.add(words.group(1) == null ? condition : condition.negate());
        }
        return new Search(conditions);
    }

    @Override
    public boolean test(Item item) {
        return conditions.stream().allMatch(condition -> condition.test(item));
    }

    private static Predicate<Item> text(String value) {
        String wanted = value.toLowerCase(Locale.ROOT);
        return item -> item.title().toLowerCase(Locale.ROOT).contains(wanted)
                || item.body().orElse("").toLowerCase(Locale.ROOT).contains(wanted);
    }

    private static Predicate<Item> qualifier(String name, String value) {
        return switch (name) {
            case "repo" -> item -> item.repo().fullName().equalsIgnoreCase(value);
            case "org", "user" -> item -> item.repo().owner().login().equalsIgnoreCase(value);
            case "is", "type", "state" -> kind(value);
            case "author" -> item -> item.author().filter(one -> is(one, value)).isPresent();
            case "assignee" -> item -> item.assignees().stream().anyMatch(one -> is(one, value));
            case "label" ->
                item -> item.labels().stream().anyMatch(label -> label.name().equalsIgnoreCase(value));
            case "milestone" ->
                item -> item.milestone()
                        .filter(one -> one.title().equals(value))
                        .isPresent();
            case "review-requested" ->
                item -> item instanceof Pull pull
                        && pull.requestedReviewers().stream().anyMatch(one -> is(one, value));
            case "reviewed-by" ->
                item -> item instanceof Pull pull
                        && pull.reviews().stream()
                                .anyMatch(review -> review.author()
                                        .filter(one -> is(one, value))
                                        .isPresent());
            case "created" -> item -> Range.holds(item.createdAt(), value);
            case "updated" -> item -> Range.holds(item.updatedAt(), value);
            case "closed" ->
                item -> item.closedAt().filter(at -> Range.holds(at, value)).isPresent();
            case "merged" ->
                item -> item instanceof Pull pull
                        && pull.mergedAt().filter(at -> Range.holds(at, value)).isPresent();
            case "archived" -> item -> item.repo().profile().isArchived() == Boolean.parseBoolean(value);
            case "draft" -> item -> item instanceof Pull pull && pull.draft() == Boolean.parseBoolean(value);
            case "sort", "in" -> item -> true;
            default -> throw new IllegalArgumentException("The search qualifier " + name + " is not simulated");
        };
    }

    private static Predicate<Item> kind(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "pr", "pull-request" -> Pull.class::isInstance;
            case "issue" -> item -> !(item instanceof Pull);
            case "open" -> Item::isOpen;
            case "closed" -> item -> !item.isOpen();
            case "merged" ->
                item -> item instanceof Pull pull && pull.mergedAt().isPresent();
            case "unmerged" ->
                item -> item instanceof Pull pull && pull.mergedAt().isEmpty();
            case "draft" -> item -> item instanceof Pull pull && pull.draft();
            case "private" -> item -> item.repo().profile().isPrivate();
            case "public" -> item -> !item.repo().profile().isPrivate();
            default -> throw new IllegalArgumentException("is:" + value + " is not simulated");
        };
    }

    private static boolean is(Account account, String login) {
        return account.login().equalsIgnoreCase(login);
    }
}
