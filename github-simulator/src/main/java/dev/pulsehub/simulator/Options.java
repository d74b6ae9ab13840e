package dev.pulsehub.simulator;

import dev.pulsehub.simulator.generator.WorldSize;
import dev.pulsehub.simulator.hook.Webhooks;
import dev.pulsehub.simulator.http.CostModel;
import dev.pulsehub.simulator.http.Secondary;
import dev.pulsehub.simulator.signin.AppKey;
import dev.pulsehub.simulator.signin.GitHubApp;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the simulator is told on the command line. */
final class Options {

    static final String HELP = """
            A GitHub that can be changed, counted and broken.

              --port N             port of the API (default: a free one)
              --admin-port N       port of the admin API (default: a free one)

            What is there
              --dataset DIR[,DIR]  repositories from folders of GitHub's REST answers
              --seed N             seed of the demo organisation acme
              --scale X            its size; 1 is about 3,000 issues and 4,000 pull requests
              --since YYYY-MM-DD   first day of its story (default: 18 months ago)
              --journal FILE       keeps changes over restarts

            A generated world instead, the same for the same numbers, seed and last moment
              --world NAME         worked-example: 10,000 issues, 10,000 pull requests, 30,000 reviews, 20,000 runs
                                   and the rest in one repository of three years
              --issues N           so many issues, a tenth of them open (1000)
              --pulls N            so many pull requests, 88 % of them merged, with what belongs to them (1000)
              --repos N            in so many repositories, of which a few have most (12)
              --people N           so many accounts, bots included (one for about 20 issues and pull requests)
              --days N             over so many days (730)
              --until MOMENT       until then, as 2026-06-17T15:00:00Z (now); needed with --journal

            Who is let in
              --token TEXT         token of the demo owner
              --oauth-app ID,SECRET,CALLBACK  an OAuth app people can sign in to
              --github-app K=V,... a GitHub App, installed with every owner of a repository: slug, client-id,
                                   client-secret, callback, key (a PEM file; a new key is written where there
                                   is none), webhook-url, webhook-secret

            Where it tells
              --webhook-url URL    where deliveries of everything go
              --webhook-secret S   what signs them

            How it behaves
              --limit N            requests, and points, an hour (5000)
              --secondary-limits on|off  GitHub's limits a minute and at once (off: tests are faster than it lets)
              --profile NAME[,X]   calm or strict: how long queries take; X is how much of it really passes (1)
              --issue-pages KIND   the issues list by cursor, without rel=last, or by number, with it (cursor)
              --counts FILE        what was asked minute by minute, as JSON, every few seconds

              --help               this text
            """;

    private final Simulator.Builder builder = Simulator.builder();
    private String webhookUrl = "";
    private String webhookSecret = "";
    private final WorldOptions worlds = new WorldOptions();
    private boolean journal;

    private Options() {}

    /** @throws IllegalArgumentException saying which option is wrong, and how */
    static Simulator.Builder read(String... arguments) {
        Options options = new Options();
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length && HELP.contains(" " + arguments[i] + " ")) {
                throw new IllegalArgumentException(arguments[i] + " needs a value; --help lists the options");
            }
            options.set(arguments[i], i + 1 == arguments.length ? "" : arguments[i + 1]);
        }
        options.worlds.size().ifPresent(options::generated);
        return options.webhookUrl.isEmpty()
                ? options.builder
                : options.builder.webhook(options.webhookUrl, options.webhookSecret);
    }

    private void set(String option, String value) {
        switch (option) {
            case "--port" -> builder.port(Integer.parseInt(value));
            case "--admin-port" -> builder.adminPort(Integer.parseInt(value));
            case "--dataset" ->
                builder.datasets(Stream.of(value.split(",", -1)).map(Path::of).toList());
            case "--seed" -> builder.seed(Long.parseLong(value));
            case "--scale" -> builder.scale(Double.parseDouble(value));
            case "--since" -> builder.firstDay(LocalDate.parse(value));
            case "--journal" -> {
                builder.journal(Path.of(value));
                journal = true;
            }
            case "--world", "--issues", "--pulls", "--repos", "--people", "--days", "--until" ->
                worlds.set(option, value);
            case "--token" -> builder.token(value);
            case "--oauth-app" -> oauthApp(value);
            case "--github-app" -> gitHubApp(value);
            case "--webhook-url" -> webhookUrl = value;
            case "--webhook-secret" -> webhookSecret = value;
            case "--limit" -> builder.limit(Integer.parseInt(value));
            case "--secondary-limits" -> {
                if (choice(option, value, "on", "off").equals("on")) {
                    builder.secondaryLimits(Secondary.Rules.asDocumented());
                }
            }
            case "--profile" -> profile(value);
            case "--issue-pages" ->
                builder.issuesByNumber(choice(option, value, "cursor", "number").equals("number"));
            case "--counts" -> builder.countsFile(Path.of(value));
            default -> throw new IllegalArgumentException("unknown option " + option + "; --help lists them");
        }
    }

    private void generated(WorldSize size) {
        builder.generated(size);
        worlds.until().ifPresent(builder::until);
        if (journal && worlds.until().isEmpty()) {
            throw new IllegalArgumentException(
                    "--journal needs --until: a world that ends elsewhere is not the one that was changed");
        }
    }

    static String choice(String option, String value, String... possible) {
        if (!List.of(possible).contains(value)) {
            throw new IllegalArgumentException(option + " is one of " + String.join(", ", possible) + ", not " + value);
        }
        return value;
    }

    private void oauthApp(String value) {
        List<String> app = List.of(value.split(",", 3));
        if (app.size() < 3) {
            throw new IllegalArgumentException("--oauth-app needs an id, a secret and a callback address");
        }
        builder.oauthApp(app.get(0), app.get(1), app.get(2));
    }

    private void profile(String value) {
        List<String> parts = List.of(value.split(",", 2));
        builder.profile(
                CostModel.Profile.valueOf(
                        choice("--profile", parts.getFirst(), "calm", "strict").toUpperCase(Locale.ROOT)),
                parts.size() == 2 ? Double.parseDouble(parts.getLast()) : 1);
    }

    private void gitHubApp(String value) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (String part : value.split(",", -1)) {
            List<String> pair = List.of(part.split("=", 2));
            parts.put(pair.getFirst(), pair.size() == 2 ? pair.getLast() : "");
        }
        GitHubApp.Settings settings = GitHubApp.Settings.reading(
                needed(parts, "slug"),
                needed(parts, "client-id"),
                needed(parts, "client-secret"),
                URI.create(needed(parts, "callback")),
                AppKey.of(Path.of(needed(parts, "key"))));
        builder.gitHubApp(
                settings,
                Optional.ofNullable(parts.get("webhook-url"))
                        .map(url -> new Webhooks.Target(url, needed(parts, "webhook-secret"))));
    }

    private static String needed(Map<String, String> parts, String name) {
        String value = parts.getOrDefault(name, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("--github-app needs " + name + "=...");
        }
        return value;
    }
}
