package dev.pulsehub.acceptance;

import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine's Chromium. Where there is none, the asking test is skipped, and says so. */
final class Chromium implements AutoCloseable {

    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path program) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(FLAGS));
    }

    static Chromium open() {
        Optional<Path> program = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        assumeThat(program)
                .as("no Chromium on this machine: as root, apt-get install chromium")
                .isPresent();
        return new Chromium(program.orElseThrow());
    }

    /** A window of a signed-in person. */
    Window window(RunningStack stack, String theme, int width, int height) {
        Window window = stranger(stack, theme, width, height);
        window.page().navigate(stack.address("SIGNIN_URL"));
        return window;
    }

    /** A window of somebody who is not signed in; what GitHub's own pages complain of is not ours. */
    Window stranger(RunningStack stack, String theme, int width, int height) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
        context.addCookies(List.of(new Cookie("ph_theme", theme).setUrl(stack.address("WEB_URL"))));
        Window window = new Window(context, context.newPage(), new ArrayList<>());
        window.page().onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.location().startsWith(stack.address("SIMULATOR_URL"))) {
                window.complaints().add(window.page().url() + ": " + message.text() + " " + message.location());
            }
        });
        window.page().onPageError(error -> window.complaints().add(window.page().url() + ": " + error));
        return window;
    }

    /**
     * One window.
     *
     * @param complaints errors of the console, broken security policies among them
     */
    record Window(BrowserContext context, Page page, List<String> complaints) implements AutoCloseable {
        @Override
        public void close() {
            context.close();
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
