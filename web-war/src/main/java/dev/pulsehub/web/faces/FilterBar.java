package dev.pulsehub.web.faces;

import dev.pulsehub.core.report.RepoName;
import dev.pulsehub.core.report.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The filters every page shares, as links: each leads to the same page with one thing changed.
 *
 * @param ranges choices of time
 * @param repos choices of repositories
 * @param repoSummary which are chosen, in few words
 * @param bots leads to the page with bots counted, or not
 * @param dates the form for a time of one's own
 * @param chips what differs from the usual; each leads to the page without it
 * @param reset the page without any filter
 */
public record FilterBar(
        List<Choice> ranges,
        List<Choice> repos,
        String repoSummary,
        Choice bots,
        Dates dates,
        List<Choice> chips,
        String reset) {

    private static final List<String> RANGES = List.of("7d", "14d", "30d", "90d", "12m", "all");

    /**
     * A link that changes one thing.
     *
     * @param current {@code true} when it is chosen already, else {@code false}
     */
    public record Choice(String label, String href, String current) {}

    /** A form of two days, with everything else of the address as hidden fields. */
    public record Dates(String action, String from, String to, List<Field> hidden) {}

    /** Name and value of a hidden field. */
    public record Field(String name, String value) {}

    /** The filters of a page whose range is {@code usual} unless the address says otherwise. */
    public static FilterBar of(PageQuery query, Texts texts, Scope scope, String usual) {
        PageLink here = query.here().without("page");
        List<String> chosen = query.repos();
        String range = query.rangeName(usual);
        List<Choice> chips = new ArrayList<>();
        chosen.forEach(
                repo -> chips.add(new Choice(repo, here.toggled("repo", repo).toString(), "true")));
        query.ignored()
                .forEach(name -> chips.add(new Choice(
                        texts.format("filter.ignored", name), here.without(name).toString(), "true")));
        if (query.bots()) {
            chips.add(new Choice(
                    texts.get("filter.bots.counted"), here.without("bots").toString(), "true"));
        }
        return new FilterBar(
                ranges(texts, here, range),
                scope.visible().stream().map(repo -> repo(here, repo, chosen)).toList(),
                summary(texts, chosen),
                bots(query, texts, here),
                dates(query, here),
                List.copyOf(chips),
                here.path());
    }

    private static List<Choice> ranges(Texts texts, PageLink here, String current) {
        return RANGES.stream()
                .map(name -> new Choice(
                        texts.get("filter.range." + name),
                        here.without("from", "to").with("range", name).toString(),
                        Boolean.toString(name.equals(current))))
                .toList();
    }

    private static Choice repo(PageLink here, RepoName repo, List<String> chosen) {
        boolean current = chosen.stream()
                .anyMatch(
                        name -> name.toLowerCase(Locale.ROOT).equals(repo.name().toLowerCase(Locale.ROOT)));
        return new Choice(repo.name(), here.toggled("repo", repo.name()).toString(), Boolean.toString(current));
    }

    private static String summary(Texts texts, List<String> chosen) {
        return switch (chosen.size()) {
            case 0 -> texts.get("filter.repos.all");
            case 1 -> chosen.getFirst();
            default -> texts.format("filter.repos.some", chosen.size());
        };
    }

    private static Choice bots(PageQuery query, Texts texts, PageLink here) {
        return query.bots()
                ? new Choice(texts.get("filter.bots"), here.without("bots").toString(), "true")
                : new Choice(texts.get("filter.bots"), here.with("bots", "1").toString(), "false");
    }

    private static Dates dates(PageQuery query, PageLink here) {
        List<Field> hidden = here.without("from", "to", "range").parameters().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(one -> fields(one.getKey(), one.getValue()))
                .toList();
        return new Dates(
                here.path(), query.find("from").orElse(""), query.find("to").orElse(""), hidden);
    }

    private static Stream<Field> fields(String name, List<String> values) {
        return values.stream().map(value -> new Field(name, value));
    }
}
