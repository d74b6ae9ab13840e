package dev.pulsehub.core.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads variables and collects what is wrong with them. */
final class Environment {

    private static final String OURS = "PULSEHUB_";
    private static final Set<String> KNOWN = Set.of("PULSEHUB_ROLE", "PULSEHUB_SINGLE_USER", "PULSEHUB_SIGNIN_TOKEN");

    private final Map<String, String> variables;
    private final Set<String> problems = new TreeSet<>();

    Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(variables.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Our name or the alias; both with different values are a problem. */
    private Optional<String> find(String name, String alias) {
        Optional<String> ours = find(name);
        Optional<String> theirs = find(alias);
        if (ours.isPresent() && theirs.isPresent() && !ours.equals(theirs)) {
            problems.add(name + " and " + alias + " say different things; leave out " + alias);
        }
        return ours.or(() -> theirs);
    }

    void required(String name, String meaning) {
        if (find(name).isEmpty()) {
            problems.add(name + " is missing: " + meaning);
        }
    }

    Secret secret(String name, String alias, int shortest) {
        String value = find(name, alias).orElse("");
        if (value.isEmpty()) {
            problems.add(name + " (or " + alias + ") is missing: at least " + shortest + " random characters");
        } else if (value.length() < shortest) {
            problems.add(name + " has " + value.length() + " characters; at least " + shortest + " are needed");
        }
        return new Secret(value);
    }

    URI address(String name, String alias) {
        Optional<String> value = find(name, alias);
        if (value.isEmpty()) {
            problems.add(
                    name + " (or " + alias + ") is missing: the public address, such as https://pulse.example.com");
        }
        return value.flatMap(text -> uri(name, text)).orElse(URI.create("http://localhost"));
    }

    URI address(String name, URI otherwise) {
        return findAddress(name).orElse(otherwise);
    }

    Optional<URI> findAddress(String name) {
        return find(name).flatMap(text -> uri(name, text));
    }

    private Optional<URI> uri(String name, String text) {
        try {
            URI uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException e) {
            problems.add(name + " is no address: " + e.getReason());
            return Optional.empty();
        }
        problems.add(name + " is \"" + text + "\", which is no http or https address");
        return Optional.empty();
    }

    boolean flag(String name) {
        String text = find(name).orElse("false").toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            problems.add(name + " is \"" + text + "\"; it can be true or false");
        }
        return text.equals("true");
    }

    List<String> list(String name) {
        return find(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    <E extends Enum<E>> E choice(String name, E otherwise) {
        Optional<String> text = find(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        E[] all = otherwise.getDeclaringClass().getEnumConstants();
        for (E one : all) {
            if (one.name().equalsIgnoreCase(text.get())) {
                return one;
            }
        }
        problems.add(name + " is \"" + text.get() + "\"; it can be "
                + Arrays.stream(all)
                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
        return otherwise;
    }

    /** A misspelt variable would otherwise be silently without effect. */
    void refuseUnknown() {
        variables.keySet().stream()
                .filter(name -> name.startsWith(OURS) && !KNOWN.contains(name))
                .forEach(name -> problems.add(name + " is unknown; did you mean " + nearest(name) + "?"));
    }

    void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new Misconfigured(new ArrayList<>(problems));
        }
    }

    private static String nearest(String name) {
        return KNOWN.stream()
                .min(Comparator.comparingInt((String known) -> distance(name, known))
                        .thenComparing(known -> known))
                .orElse("");
    }

    /** Edits that turn one text into the other. */
    private static int distance(String one, String other) {
        int[] costs = new int[other.length() + 1];
        Arrays.setAll(costs, j -> j);
        for (int i = 1; i <= one.length(); i++) {
            int corner = costs[0];
            costs[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = costs[j];
                int substituted = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                costs[j] = Math.min(substituted, 1 + Math.min(above, costs[j - 1]));
                corner = above;
            }
        }
        return costs[other.length()];
    }
}
