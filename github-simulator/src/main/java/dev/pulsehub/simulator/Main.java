package dev.pulsehub.simulator;

import dev.pulsehub.simulator.dataset.DatasetRejected;
import dev.pulsehub.simulator.http.CostModel;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The simulator by itself, from the command line. */
public final class Main {

    private static final String HELP = """
            A GitHub that can be changed, counted and broken.

              --port N             port of the API (default: a free one)
              --admin-port N       port of the admin API (default: a free one)
              --dataset DIR[,DIR]  repositories from folders of GitHub's REST answers
              --seed N             seed of the demo organisation acme
              --scale X            its size; 1 is about 3,000 issues and 4,000 pull requests
              --since YYYY-MM-DD   first day of its story (default: 18 months ago)
              --token TEXT         token of the demo owner
              --oauth-app ID,SECRET,CALLBACK  an OAuth app people can sign in to
              --webhook-url URL    where deliveries go
              --webhook-secret S   what signs them
              --profile NAME[,X]   calm or strict: how long queries take; X is how much of it really passes (1)
              --limit N            requests, and points, an hour (5000)
              --journal FILE       keeps changes over restarts
              --help               this text
            """;

    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        if (List.of(arguments).contains("--help")) {
            System.out.print(HELP);
            return;
        }
        try (Simulator simulator = configured(arguments).start()) {
            Runtime.getRuntime().addShutdownHook(new Thread(simulator::close));
            System.out.println("API    " + simulator.url());
            System.out.println("Admin  " + simulator.adminUrl());
            System.out.println(
                    "Token  " + simulator.token() + " (" + simulator.owner().login() + ")");
            Thread.currentThread().join();
        } catch (IllegalArgumentException | DateTimeException | DatasetRejected | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(2);
        }
    }

    private static Simulator.Builder configured(String... arguments) {
        Simulator.Builder builder = Simulator.builder();
        String webhookUrl = "";
        String webhookSecret = "";
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length && HELP.contains(" " + arguments[i] + " ")) {
                throw new IllegalArgumentException(arguments[i] + " needs a value; --help lists the options");
            }
            String value = i + 1 == arguments.length ? "" : arguments[i + 1];
            switch (arguments[i]) {
                case "--port" -> builder.port(Integer.parseInt(value));
                case "--admin-port" -> builder.adminPort(Integer.parseInt(value));
                case "--dataset" ->
                    builder.datasets(
                            Stream.of(value.split(",", -1)).map(Path::of).toList());
                case "--seed" -> builder.seed(Long.parseLong(value));
                case "--scale" -> builder.scale(Double.parseDouble(value));
                case "--since" -> builder.firstDay(LocalDate.parse(value));
                case "--token" -> builder.token(value);
                case "--oauth-app" -> {
                    List<String> app = List.of(value.split(",", 3));
                    if (app.size() < 3) {
                        throw new IllegalArgumentException("--oauth-app needs an id, a secret and a callback address");
                    }
                    builder.oauthApp(app.get(0), app.get(1), app.get(2));
                }
                case "--profile" ->
                    builder.profile(
                            CostModel.Profile.valueOf(value.split(",", 2)[0].toUpperCase(Locale.ROOT)),
                            value.contains(",") ? Double.parseDouble(value.split(",", 2)[1]) : 1);
                case "--limit" -> builder.limit(Integer.parseInt(value));
                case "--journal" -> builder.journal(Path.of(value));
                case "--webhook-url" -> webhookUrl = value;
                case "--webhook-secret" -> webhookSecret = value;
                default -> throw new IllegalArgumentException("unknown option " + arguments[i] + "; --help lists them");
            }
        }
        return webhookUrl.isEmpty() ? builder : builder.webhook(webhookUrl, webhookSecret);
    }
}
