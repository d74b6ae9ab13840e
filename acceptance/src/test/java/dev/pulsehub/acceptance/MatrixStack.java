package dev.pulsehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulsehub.persistence.HostedDatabase;
import dev.pulsehub.persistence.PgBouncer;
import dev.pulsehub.persistence.connection.PostgresUrl;
import dev.pulsehub.simulator.Simulator;
import dev.pulsehub.stack.ServiceProcess;
import dev.pulsehub.stack.StopRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Both services as they are deployed on a hosted database: through a pooler in transaction mode, as a login that
 * bypasses row level security. Two organizations, three private repositories, four people, of whom one belongs to both.
 */
final class MatrixStack implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "m".repeat(43);
    private static final Pattern TOKEN = Pattern.compile("value=\"(ph_[^\"]+)\"");

    private final String web = "http://localhost:" + RunningStack.freePort();
    private final String mcp = "http://localhost:" + RunningStack.freePort();
    private final Simulator github;
    private final PostgresUrl owner;
    private final PgBouncer pooler;
    private final FilterlessWire wire;
    private final ServiceProcess webProcess;
    private final ServiceProcess mcpProcess;
    private final MatrixRepo openBook;
    private final MatrixRepo vault;
    private final MatrixRepo plans;

    MatrixStack() throws Exception {
        Path home = Built.folder("matrix");
        owner = HostedDatabase.create("matrix");
        pooler = PgBouncer.before(owner);
        wire = FilterlessWire.before(pooler.url().port());
        github = Simulator.builder()
                .empty()
                .oauthApp("app", "app secret", web + "/api/auth/callback/github")
                .webhook(web + "/api/webhooks/github", SECRET)
                .start();
        for (String login : List.of("olivia", "ben", "hana", "gita")) {
            change("/accounts", "{\"login\":\"" + login + "\"}");
        }
        organization("initech", "olivia", "hana", "ben");
        organization("globex", "gita", "hana");
        openBook = repo("initech", "open-book", "Lantern", "olivia");
        vault = repo("initech", "vault", "Copperkey", "olivia");
        plans = repo("globex", "plans", "Silverfox", "gita");
        for (String reader : List.of(
                "initech/open-book/collaborators/ben",
                "initech/open-book/collaborators/hana",
                "globex/plans/collaborators/hana")) {
            change("/repos/" + reader, "{\"permission\":\"read\"}");
        }
        Map<String, String> environment = environment();
        webProcess = ServiceProcess.start(ServiceProcess.Kind.WEB, Built.webJar(), environment, URI.create(web), home);
        webProcess.awaitReady(new StopRequest());
        environment.put("PORT", port(mcp));
        mcpProcess = ServiceProcess.start(
                ServiceProcess.Kind.MCP, Built.mcpJar(), forMcp(environment), URI.create(mcp), home);
        mcpProcess.awaitReady(new StopRequest());
        await("everything is synchronised", """
                select count(*) from pulse.workflow_run w where w.status = 'completed'
                and (select count(*) from pulse.pull_request) = 6 and (select count(*) from pulse.issue) = 3""", 3);
        execute("update pulse.pull_request set updated_at = updated_at - interval '10 days' where state = 'OPEN'");
    }

    private static Map<String, String> forMcp(Map<String, String> environment) {
        Map<String, String> some = new HashMap<>(environment);
        some.keySet().retainAll(Set.of("PORT", "AUTH_SECRET", "POSTGRES_URL", "GITHUB_URL", "GITHUB_API_URL"));
        return some;
    }

    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PORT",
                port(web),
                "AUTH_URL",
                web,
                "AUTH_SECRET",
                SECRET,
                "POSTGRES_URL",
                "postgresql://matrix:matrix@localhost:" + wire.port() + "/matrix",
                "POSTGRES_MIGRATION_URL",
                "postgresql://matrix:matrix@localhost:" + owner.port() + "/matrix",
                "GITHUB_URL",
                github.url(),
                "GITHUB_API_URL",
                github.url(),
                "GITHUB_TOKEN",
                github.token(),
                "GITHUB_WEBHOOK_SECRET",
                SECRET,
                "GITHUB_ORG",
                "initech,globex"));
        environment.put("GITHUB_OAUTH_CLIENT_ID", "app");
        environment.put("GITHUB_OAUTH_CLIENT_SECRET", "app secret");
        environment.put("MCP_SERVER_URL", mcp);
        environment.put("SUPERSET_PROXY_URL", "http://localhost:" + RunningStack.freePort());
        environment.put("SUPERSET_GUEST_TOKEN_SECRET", "g".repeat(43));
        return environment;
    }

    private void organization(String login, String admin, String... members) throws IOException {
        change("/accounts", "{\"login\":\"" + login + "\",\"type\":\"Organization\"}");
        change("/orgs/" + login + "/base", "{\"permission\":\"none\"}");
        change("/orgs/" + login + "/members/" + admin, "{\"role\":\"admin\"}");
        for (String member : members) {
            change("/orgs/" + login + "/members/" + member, "{\"role\":\"member\"}");
        }
    }

    private MatrixRepo repo(String organization, String name, String word, String author) throws IOException {
        long id = change("/orgs/" + organization + "/repos", "{\"name\":\"" + name + "\"}")
                .path("id")
                .asLong();
        String place = "/repos/" + organization + "/" + name;
        String titled = "{\"title\":\"%s %%s\",\"author\":\"%s\"}".formatted(word, author);
        change(place + "/issues", titled.formatted("broken"));
        change(place + "/pulls", titled.formatted("mended"));
        change(place + "/pulls/" + MatrixRepo.MERGED + "/merge", "{}");
        change(place + "/pulls", titled.formatted("to come"));
        long run = change(place + "/runs", "{\"workflow\":\"%1$s checks\",\"title\":\"%1$s run\"}".formatted(word))
                .path("id")
                .asLong();
        change(place + "/runs/" + run + "/complete", "{\"conclusion\":\"failure\"}");
        return new MatrixRepo(organization, name, word, id);
    }

    /** Everybody in every organization they belong to. */
    List<Seat> seats() throws Exception {
        return List.of(
                seat("olivia", "initech", Set.of(openBook, vault), Set.of(openBook, vault)),
                seat("ben", "initech", Set.of(openBook), Set.of(openBook)),
                seat("gita", "globex", Set.of(plans), Set.of(plans)),
                seat("hana", "initech", Set.of(openBook), Set.of(openBook, plans)),
                seat("hana", "globex", Set.of(plans), Set.of(openBook, plans)));
    }

    private Seat seat(String login, String organization, Set<MatrixRepo> there, Set<MatrixRepo> anywhere)
            throws Exception {
        Visitor visitor = Visitor.signedIn(web, login);
        long id = number("select id from pulse.organization where slug = '" + organization + "'");
        visitor.post("/settings/organization", Map.of("id", Long.toString(id)));
        visitor.post("/settings/tokens/create", Map.of("name", "matrix", "days", "7", "scope", "write"));
        Matcher token = TOKEN.matcher(visitor.get("/app/settings/tokens").body());
        assertThat(token.find()).as(login + "'s token").isTrue();
        return new Seat(login + " in " + organization, visitor, token.group(1), web, mcp, there, anywhere);
    }

    Seat stranger() {
        return new Seat("a stranger", new Visitor(web), "", web, mcp, Set.of(), Set.of());
    }

    Set<MatrixRepo> repos() {
        return new LinkedHashSet<>(List.of(openBook, vault, plans));
    }

    FilterlessWire wire() {
        return wire;
    }

    long organizationId(String slug) throws SQLException {
        return number("select id from pulse.organization where slug = '" + slug + "'");
    }

    JsonNode change(String path, String body) throws IOException {
        return github.change(path, JSON.readTree(body));
    }

    private void await(String what, String query, long wanted) throws Exception {
        long end = System.nanoTime() + 120_000_000_000L;
        while (number(query) != wanted) {
            assertThat(System.nanoTime()).as("waited for: " + what).isLessThan(end);
            Thread.sleep(300);
        }
    }

    private long number(String query) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String statements) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }

    private Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(owner.jdbc(), owner.user(), owner.password());
        try (var statement = connection.createStatement()) {
            statement.execute("set role none");
        }
        return connection;
    }

    private static String port(String url) {
        return Integer.toString(URI.create(url).getPort());
    }

    @Override
    public void close() throws IOException {
        webProcess.stop();
        mcpProcess.stop();
        wire.close();
        pooler.close();
        github.close();
    }
}
