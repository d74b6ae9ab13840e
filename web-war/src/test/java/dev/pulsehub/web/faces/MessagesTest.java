package dev.pulsehub.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.core.report.Attention;
import dev.pulsehub.core.report.Headline;
import dev.pulsehub.core.report.PullMetric;
import dev.pulsehub.core.report.PullStage;
import dev.pulsehub.core.report.PullState;
import dev.pulsehub.core.report.SyncState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every text a page asks for exists, and every text that exists is asked for. */
class MessagesTest {

    private static final Pattern PAGE_KEY = Pattern.compile("i18n\\['([^']+)']");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z0-9_.]+)\"");
    private static final Set<String> KEYS = ResourceBundle.getBundle("dev.pulsehub.web.messages", Locale.ENGLISH)
            .keySet();

    @Test
    void every_key_of_a_page_exists() {
        assertThat(KEYS).containsAll(found(Path.of("src/main/webapp"), ".xhtml", PAGE_KEY));
    }

    @Test
    void every_key_put_together_from_a_constant_exists() {
        Set<String> wanted = new TreeSet<>();
        for (String part : List.of("name", "n", "empty", "meaning", "formula", "excluded")) {
            wanted.addAll(keys("metric.", Headline.Key.values(), "." + part));
        }
        wanted.addAll(keys("delta.better.", Headline.Unit.values(), ""));
        wanted.addAll(keys("delta.worse.", Headline.Unit.values(), ""));
        wanted.addAll(keys("attention.", Attention.Kind.values(), ""));
        wanted.addAll(keys("stage.", PullMetric.values(), ""));
        wanted.addAll(keys("pulls.stage.", PullStage.values(), ""));
        wanted.addAll(keys("pull.state.", PullState.values(), ""));
        wanted.addAll(keys("sync.phase.", SyncState.Phase.values(), ""));
        wanted.addAll(keys("sync.remedy.", SyncState.Remedy.values(), ""));

        assertThat(KEYS).containsAll(wanted);
    }

    @Test
    void every_literal_that_looks_like_a_key_exists() {
        Set<String> families =
                KEYS.stream().map(key -> key.substring(0, key.indexOf('.') + 1)).collect(Collectors.toSet());

        assertThat(literals())
                .filteredOn(text -> families.stream().anyMatch(text::startsWith) && !text.endsWith("."))
                .allSatisfy(text -> assertThat(KEYS).anyMatch(key -> key.equals(text) || key.startsWith(text + ".")));
    }

    @Test
    void every_key_is_asked_for() {
        Set<String> pages = found(Path.of("src/main/webapp"), ".xhtml", PAGE_KEY);
        Set<String> literals = literals();
        Set<String> prefixes =
                literals.stream().filter(text -> text.endsWith(".")).collect(Collectors.toSet());

        assertThat(KEYS)
                .allMatch(key -> pages.contains(key)
                        || literals.contains(key)
                        || prefixes.stream().anyMatch(key::startsWith));
    }

    /** Only a text with a place to fill goes through {@link java.text.MessageFormat}, which wants them doubled. */
    @Test
    void apostrophes_are_doubled_exactly_where_a_text_has_a_place_to_fill() {
        ResourceBundle texts = ResourceBundle.getBundle("dev.pulsehub.web.messages", Locale.ENGLISH);

        assertThat(KEYS).allSatisfy(key -> {
            String text = texts.getString(key);
            assertThat(text.replace("''", "").contains("'"))
                    .as("%s holds a single apostrophe: %s", key, text)
                    .isEqualTo(text.contains("'") && !text.contains("{0"));
            assertThat(text.contains("''"))
                    .as("%s holds a doubled apostrophe: %s", key, text)
                    .isEqualTo(text.contains("'") && text.contains("{0"));
        });
    }

    private static Set<String> literals() {
        return found(Path.of("src/main/java"), ".java", LITERAL);
    }

    private static Set<String> keys(String prefix, Enum<?>[] constants, String suffix) {
        return Arrays.stream(constants)
                .map(one -> prefix + one.name().toLowerCase(Locale.ROOT) + suffix)
                .collect(Collectors.toSet());
    }

    private static Set<String> found(Path folder, String ending, Pattern pattern) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .flatMap(file -> pattern.matcher(text(file)).results())
                    .map(match -> match.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
