package dev.pulsehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LiveIT {

    private static final System.Logger LOG = System.getLogger(LiveIT.class.getName());

    @Test
    void a_merge_on_github_is_on_an_open_page_without_a_reload() throws Exception {
        RunningStack stack = RunningStack.acme();
        JsonNode pull = anOpenPull(stack);
        String subject =
                pull.path("repo").asText() + "/pulls/" + pull.path("number").asInt();
        try (Chromium chromium = Chromium.open();
                Chromium.Window window = chromium.window(stack, "light", 1440, 900)) {
            Page page = window.page();
            page.waitForSelector("[data-live-state=on]");
            page.evaluate("window.neverReloaded = true");
            String tile = "[data-card=card-pulls-merged]";
            String before = page.locator(tile).innerText();

            long begun = System.nanoTime();
            stack.change("/repos/" + subject + "/merge", "{}");
            page.waitForFunction(
                    "([tile, before]) => document.querySelector(tile).innerText !== before",
                    java.util.List.of(tile, before),
                    new Page.WaitForFunctionOptions().setTimeout(10_000).setPollingInterval(50));
            LOG.log(
                    System.Logger.Level.INFO,
                    () -> String.format(
                            Locale.ROOT,
                            "merge to screen: %d ms",
                            Duration.ofNanos(System.nanoTime() - begun).toMillis()));

            assertThat(page.evaluate("window.neverReloaded")).isEqualTo(true);
            assertThat(window.complaints()).isEmpty();
        }
    }

    private static JsonNode anOpenPull(RunningStack stack) throws Exception {
        for (JsonNode pull : stack.list("/api/v1/pulls?state=open&limit=100")) {
            if (!pull.path("draft").asBoolean()) {
                return pull;
            }
        }
        throw new AssertionError("the demo has no open pull request");
    }
}
