package dev.pulsehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page, in both themes, wide and narrow. */
class PagesIT {

    @Test
    void the_sign_in_link_opens_the_overview() throws Exception {
        RunningStack stack = RunningStack.acme();
        try (Chromium chromium = Chromium.open();
                Chromium.Window window = chromium.window(stack, "light", 1440, 900)) {
            assertThat(window.page().url()).startsWith(stack.web("/app"));
            assertThat(window.page().locator("h1").innerText()).isEqualTo("Overview");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void every_page_is_quiet_and_usable_by_everyone(String theme) throws Exception {
        RunningStack stack = RunningStack.acme();
        try (Chromium chromium = Chromium.open();
                Chromium.Window window = chromium.window(stack, theme, 1440, 900)) {
            for (String path : pages(stack)) {
                visit(stack, window, path);
                assertThat(window.page().locator("html").getAttribute("data-theme"))
                        .isEqualTo(theme);
                assertThat(seriousFindings(window)).as(path + " in " + theme).isEmpty();
            }
            assertThat(window.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void no_page_scrolls_sideways_on_a_telephone(String theme) throws Exception {
        RunningStack stack = RunningStack.acme();
        try (Chromium chromium = Chromium.open();
                Chromium.Window window = chromium.window(stack, theme, 390, 844)) {
            for (String path : pages(stack)) {
                visit(stack, window, path);
                assertThat(window.page().evaluate("document.documentElement.scrollWidth"))
                        .as(path)
                        .isEqualTo(390);
            }
            assertThat(window.complaints()).isEmpty();
        }
    }

    private static List<String> pages(RunningStack stack) throws Exception {
        JsonNode pull = stack.list("/api/v1/pulls?state=merged&limit=1").get(0);
        String detail = "/app/pulls/" + pull.path("repo").asText() + "/"
                + pull.path("number").asInt();
        return Stream.of(
                        "/app",
                        "/app?range=all",
                        "/app/pulls",
                        "/app/pulls?state=open&range=all",
                        detail,
                        "/app/issues",
                        "/app/ci",
                        "/app/repositories",
                        "/app/sync",
                        "/app/settings/sessions",
                        "/app/settings/tokens")
                .toList();
    }

    private static void visit(RunningStack stack, Chromium.Window window, String path) {
        Response response = window.page().navigate(stack.web(path));
        assertThat(response.status()).as(path).isEqualTo(200);
        window.page().waitForLoadState();
    }

    private static List<String> seriousFindings(Chromium.Window window) {
        return new AxeBuilder(window.page())
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(PagesIT::words)
                        .toList();
    }

    private static String words(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().limit(3).map(node -> node.getHtml()).toList();
    }
}
