package dev.pulsehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LiveIT {

    private static final System.Logger LOG = System.getLogger(LiveIT.class.getName());

    private static final String TILE = "[data-card=card-pulls-merged]";

    @Test
    void a_merge_on_github_is_on_an_open_page_without_a_reload() throws Exception {
        RunningStack stack = RunningStack.acme();
        try (Chromium chromium = Chromium.open();
                Chromium.Window window = chromium.window(stack, "light", 1440, 900)) {
            Page page = window.page();
            page.waitForSelector("[data-live-state=on]");
            page.evaluate("window.neverReloaded = true");
            String before = page.locator(TILE).innerText();

            long begun = System.nanoTime();
            merge(stack, anOpenPull(stack));
            awaitChange(page, before);
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

    @Test
    void an_update_whose_request_fails_is_made_up_for() throws Exception {
        RunningStack stack = RunningStack.acme();
        try (Chromium chromium = Chromium.open();
                Chromium.Window window = chromium.window(stack, "light", 1440, 900)) {
            Page page = window.page();
            page.waitForSelector("[data-live-state=on]");
            String before = page.locator(TILE).innerText();
            AtomicInteger asked = new AtomicInteger();
            page.route(url -> url.endsWith("/app"), route -> {
                if (asked.incrementAndGet() == 1) {
                    route.abort();
                } else {
                    route.resume();
                }
            });

            merge(stack, anOpenPull(stack));
            awaitChange(page, before);

            assertThat(asked.get()).isGreaterThan(1);
        }
    }

    @Test
    void a_page_that_listens_late_is_told_what_it_missed() throws Exception {
        RunningStack stack = RunningStack.acme();
        JsonNode pull = anOpenPull(stack);
        long rendered = System.currentTimeMillis();
        merge(stack, pull);
        stack.await("the merge is stored", Duration.ofSeconds(20), () -> !isOpen(stack, pull));

        BlockingQueue<JsonNode> heard = new LinkedBlockingQueue<>();
        WebSocket line = stack.listen(heard::add);
        line.sendText("since " + rendered, true).join();
        JsonNode missed = next(heard);
        assertThat(kinds(missed)).contains("pulls");

        line.sendText("since " + (missed.path("at").asLong() + 1), true).join();
        assertThat(kinds(next(heard))).doesNotContain("pulls");
        line.abort();
    }

    private static JsonNode next(BlockingQueue<JsonNode> heard) throws InterruptedException {
        return Optional.ofNullable(heard.poll(10, TimeUnit.SECONDS)).orElseThrow();
    }

    private static List<String> kinds(JsonNode news) {
        return news.path("kinds").valueStream().map(JsonNode::asText).toList();
    }

    private static void awaitChange(Page page, String before) {
        page.waitForFunction(
                "([tile, before]) => document.querySelector(tile).innerText !== before",
                List.of(TILE, before),
                new Page.WaitForFunctionOptions().setTimeout(10_000).setPollingInterval(50));
    }

    private static void merge(RunningStack stack, JsonNode pull) throws Exception {
        stack.change(
                "/repos/" + pull.path("repo").asText() + "/pulls/"
                        + pull.path("number").asInt() + "/merge",
                "{}");
    }

    private static boolean isOpen(RunningStack stack, JsonNode pull) throws IOException, InterruptedException {
        for (JsonNode open : stack.list("/api/v1/pulls?state=open&limit=100")) {
            if (open.path("url").equals(pull.path("url"))) {
                return true;
            }
        }
        return false;
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
