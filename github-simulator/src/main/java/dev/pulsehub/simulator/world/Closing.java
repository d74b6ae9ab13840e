package dev.pulsehub.simulator.world;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which issues a pull request's text says it closes: {@code Fixes #12, closes acme/shop#3}. */
final class Closing {

    private static final Pattern WORDS = Pattern.compile(
            "(?i)\\b(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?):?\\s+(?:([\\w.-]+)/([\\w.-]+))?#(\\d{1,9})\\b");

    private Closing() {}

    /** Links what the text names, in the same repository, and unlinks what only an earlier text named. */
    static void follow(Pull pull) {
        Set<Issue> named = new LinkedHashSet<>();
        Matcher matcher = WORDS.matcher(pull.body().orElse(""));
        while (matcher.find()) {
            boolean here = matcher.group(1) == null
                    || pull.repo().fullName().equalsIgnoreCase(matcher.group(1) + "/" + matcher.group(2));
            Optional<Issue> issue = here ? pull.repo().issue(Integer.parseInt(matcher.group(3))) : Optional.empty();
            issue.ifPresent(named::add);
        }
        pull.closes().clear();
        pull.closes().addAll(named);
    }
}
