package dev.pulsehub.simulator.http;

import com.sun.net.httpserver.HttpServer;
import dev.pulsehub.simulator.graphql.GraphQlApi;
import dev.pulsehub.simulator.hook.Webhooks;
import dev.pulsehub.simulator.rest.RestApi;
import dev.pulsehub.simulator.rest.Shapes;
import dev.pulsehub.simulator.signin.Apps;
import dev.pulsehub.simulator.signin.SignIn;
import dev.pulsehub.simulator.signin.Tokens;
import dev.pulsehub.simulator.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The two listening sockets, on loopback. */
public final class Servers implements AutoCloseable {

    private final HttpServer api;
    private final HttpServer admin;
    private final ExecutorService threads;
    private final RestApi rest;

    private Servers(HttpServer api, HttpServer admin, ExecutorService threads, RestApi rest) {
        this.rest = rest;
        this.api = api;
        this.admin = admin;
        this.threads = threads;
    }

    /** What the servers speak for. */
    public record Parts(
            World world,
            Commands commands,
            Webhooks webhooks,
            RequestLog requests,
            Faults faults,
            Tokens tokens,
            Apps apps,
            SignIn signIn,
            Budgets budgets,
            Secondary secondary,
            CostModel costs) {}

    /** Takes the port, so that addresses can be printed before anything answers. */
    public static HttpServer bind(int port) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 256);
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " cannot be used: " + e.getMessage(), e);
        }
    }

    public static Servers start(HttpServer api, int adminPort, Parts parts, Shapes shapes) {
        ApiHandler.Surroundings around = new ApiHandler.Surroundings(
                parts.requests(),
                parts.faults(),
                parts.tokens(),
                parts.apps(),
                parts.budgets(),
                parts.secondary(),
                parts.costs());
        HttpServer admin = bind(adminPort);
        RestApi rest = new RestApi(parts.world(), shapes, parts.commands()::run, parts.webhooks(), parts.apps());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        api.createContext(
                "/",
                new ApiHandler(
                        around,
                        new Callers(parts.tokens(), parts.apps(), parts.world().clock()),
                        new RestCalls(rest, shapes.apiUrl(), around),
                        new QueryCalls(new GraphQlApi(parts.world(), shapes.webUrl()), around)));
        admin.createContext("/", new AdminApi(parts.world(), parts.commands(), parts.webhooks(), around));
        SignIn.PATHS.forEach(path -> api.createContext(path, parts.signIn()));
        api.setExecutor(threads);
        admin.setExecutor(threads);
        api.start();
        admin.start();
        return new Servers(api, admin, threads, rest);
    }

    /** Method and template of each REST route. */
    public List<String> restRoutes() {
        return rest.templates();
    }

    public String apiUrl() {
        return "http://localhost:" + api.getAddress().getPort();
    }

    public String adminUrl() {
        return "http://localhost:" + admin.getAddress().getPort();
    }

    @Override
    public void close() {
        api.stop(0);
        admin.stop(0);
        threads.shutdownNow();
    }
}
