package dev.pulsehub.stack;

import dev.pulsehub.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Superset, made ready in the background while everything else is already used: packages, its own database, dashboards,
 * server. Where it cannot be had, says why and what to do, on the terminal and to whoever asks its port.
 */
final class SupersetSide implements AutoCloseable {

    private static final Duration PROVISION = Duration.ofMinutes(5);
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final String HEALTH = "/api/superset/health";
    private static final String READER = "pulse_bi";

    private final Setup setup;
    private final Children children;
    private final Consumer<String> terminal;
    private final CountDownLatch migrated = new CountDownLatch(1);
    private final Thread worker = new Thread(this::work, "superset");
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private @Nullable PlaceHolder place;

    /**
     * What it is made from.
     *
     * @param environments where Python's packages are kept
     * @param database name of the database whose reports it reads
     * @param guestSecret what it shares with the web service
     * @param secretKey what it encrypts its own things with
     */
    record Setup(
            Path home,
            Path environments,
            EmbeddedPostgres postgres,
            String database,
            int port,
            String guestSecret,
            String secretKey) {

        Path log() {
            return home.resolve("logs/superset.log");
        }

        Path pidFile() {
            return home.resolve("superset.pid");
        }

        URI url() {
            return URI.create("http://localhost:" + port);
        }
    }

    private SupersetSide(Setup setup, Consumer<String> terminal) {
        this.setup = setup;
        this.terminal = terminal;
        this.children = new Children(setup.log(), System.getenv());
    }

    /** Begins with what needs no other service, and returns at once. */
    static SupersetSide begin(Setup setup, Consumer<String> terminal) throws IOException {
        SupersetSide side = new SupersetSide(setup, terminal);
        Files.deleteIfExists(setup.log());
        side.stopLeftover();
        side.holdPlace();
        side.worker.setDaemon(true);
        side.worker.start();
        return side;
    }

    /** Says that the reports it reads are there. */
    void reportsAreThere() {
        migrated.countDown();
    }

    /** What the web service must know of it. */
    Map<String, String> environment() {
        return Map.of(
                "SUPERSET_PROXY_URL", setup.url().toString(),
                "SUPERSET_GUEST_TOKEN_SECRET", setup.guestSecret());
    }

    URI url() {
        return setup.url();
    }

    private void work() {
        try {
            SupersetFiles files = SupersetFiles.unpackedIn(setup.home().resolve("superset"));
            Path python = new PythonEnvironment(children, this::progress).prepared(files, setup.environments());
            progress("Waiting for the web service.");
            migrated.await();
            children.see(variables(files));
            provision(files, python);
            serve(files, python);
        } catch (SupersetDidNotStart e) {
            giveUp(String.valueOf(e.getMessage()));
        } catch (IOException | RuntimeException e) {
            giveUp(e.getMessage() + " " + children.where());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, String> variables(SupersetFiles files) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("SECRET_KEY", setup.secretKey());
        variables.put("SUPERSET_GUEST_TOKEN_SECRET", setup.guestSecret());
        variables.put("SQLALCHEMY_DATABASE_URI", setup.postgres().createOwnDatabase("superset"));
        variables.put("PULSE_HUB_BI_URI", setup.postgres().openLogin(READER, setup.database()));
        variables.put("SUPERSET_CONFIG_PATH", files.file("superset_config.py").toString());
        variables.put("PYTHONPATH", files.folder().toString());
        variables.put("PYTHONUNBUFFERED", "1");
        variables.put("SUPERSET_APP_ROOT", "/api/superset");
        variables.put("SUPERSET_ENV", "production");
        variables.put("SUPERSET_WEBSERVER_ADDRESS", "127.0.0.1");
        variables.put("SUPERSET_WEBSERVER_PORT", Integer.toString(setup.port()));
        variables.put("SUPERSET_HOME", setup.home().resolve("superset-home").toString());
        variables.put(
                "SUPERSET_CACHE_DIR",
                setup.home().resolve("superset-home/cache").toString());
        variables.put("SUPERSET_COOKIE_SECURE", "false");
        variables.put("MALLOC_ARENA_MAX", "2");
        return variables;
    }

    private void provision(SupersetFiles files, Path python) throws InterruptedException {
        progress("Bringing the dashboards into Superset.");
        List<String> command =
                List.of(python.toString(), files.file("provision.py").toString());
        if (children.run(command, PROVISION) != 0) {
            throw new SupersetDidNotStart("Superset could not be made ready. " + children.where());
        }
    }

    /** Starts the server, and starts it again when it ends by itself. */
    private void serve(SupersetFiles files, Path python) throws IOException, InterruptedException {
        List<String> command = List.of(
                python.toString(),
                "-m",
                "gunicorn",
                "--config",
                files.file("gunicorn.conf.py").toString());
        while (true) {
            progress("Starting the server.");
            releasePlace();
            Process server = children.start(command);
            Files.writeString(setup.pidFile(), Long.toString(server.pid()));
            if (awaitHealthy(server)) {
                terminal.accept("Superset is ready: its dashboards are under Dashboards in the navigation.");
                int code = server.waitFor();
                terminal.accept("Superset ended with code " + code + ". Starting it again ...");
            } else if (server.isAlive()) {
                throw new SupersetDidNotStart("Superset did not answer in time. " + children.where());
            }
            holdPlace();
            Thread.sleep(PAUSE);
        }
    }

    private boolean awaitHealthy(Process server) throws InterruptedException {
        long limit = System.nanoTime() + START.toNanos();
        while (server.isAlive() && System.nanoTime() < limit) {
            if (isHealthy()) {
                return true;
            }
            Thread.sleep(Duration.ofMillis(300));
        }
        return false;
    }

    private boolean isHealthy() throws InterruptedException {
        try {
            HttpRequest health = HttpRequest.newBuilder(setup.url().resolve(HEALTH))
                    .timeout(Duration.ofSeconds(3))
                    .build();
            return client.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private synchronized void holdPlace() throws IOException {
        if (place == null) {
            place = PlaceHolder.at(setup.port());
        }
    }

    private synchronized void releasePlace() {
        if (place != null) {
            place.close();
            place = null;
        }
    }

    private synchronized Optional<PlaceHolder> place() {
        return Optional.ofNullable(place);
    }

    private void progress(String sentence) {
        place().ifPresent(holder -> holder.starting(sentence));
    }

    private void giveUp(String why) {
        if (worker.isInterrupted()) {
            return;
        }
        terminal.accept("Without Superset: " + why);
        try {
            holdPlace();
            place().ifPresent(holder -> holder.unavailable(why));
        } catch (IOException e) {
            terminal.accept("Port " + setup.port() + " cannot be held: " + e.getMessage());
        }
    }

    /** A killed stack leaves its server behind; the number in the file may by now be somebody else's. */
    private void stopLeftover() throws IOException {
        if (Files.exists(setup.pidFile())) {
            long pid = Long.parseLong(Files.readString(setup.pidFile()).strip());
            ProcessHandle.of(pid)
                    .filter(known ->
                            known.info().commandLine().orElse("").contains(setup.home() + "/superset/gunicorn"))
                    .ifPresent(known -> {
                        known.descendants().forEach(ProcessHandle::destroyForcibly);
                        known.destroyForcibly();
                        known.onExit().join();
                    });
            Files.delete(setup.pidFile());
        }
    }

    @Override
    public void close() throws IOException {
        worker.interrupt();
        children.close();
        releasePlace();
        Files.deleteIfExists(setup.pidFile());
    }
}
