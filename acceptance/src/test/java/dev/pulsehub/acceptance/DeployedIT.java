package dev.pulsehub.acceptance;

import static dev.pulsehub.acceptance.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulsehub.postgres.DatabaseUrls;
import dev.pulsehub.postgres.TestPostgres;
import dev.pulsehub.simulator.Simulator;
import dev.pulsehub.stack.ServiceProcess;
import dev.pulsehub.stack.StopRequest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The web service as it is deployed: no single user, two accounts named, people sign in with GitHub only. */
class DeployedIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WEB = "http://localhost:" + RunningStack.freePort();
    private static final Map<String, String> ENVIRONMENT = new HashMap<>();

    private static Path home;
    private static Simulator github;
    private static @Nullable ServiceProcess web;

    @BeforeAll
    static void start() throws Exception {
        home = Built.folder("deployed");
        github = Simulator.builder()
                .scale(0.01)
                .oauthApp("app", "app secret", WEB + "/api/auth/callback/github")
                .start();
        change("/accounts", "{\"login\":\"globex\",\"type\":\"Organization\"}");
        change("/accounts", "{\"login\":\"gita-rao\"}");
        change("/orgs/globex/members/gita-rao", "{\"role\":\"admin\"}");
        change("/orgs/globex/repos", "{\"name\":\"plans\"}");
        change("/accounts", "{\"login\":\"olga\"}");
        DatabaseUrls database = TestPostgres.server().createDatabase("deployed");
        ENVIRONMENT.putAll(Map.of(
                "PORT", Integer.toString(URI.create(WEB).getPort()),
                "AUTH_URL", WEB,
                "AUTH_SECRET", "a".repeat(43),
                "POSTGRES_URL", database.application(),
                "POSTGRES_MIGRATION_URL", database.owner(),
                "GITHUB_URL", github.url(),
                "GITHUB_API_URL", github.url(),
                "GITHUB_TOKEN", github.token()));
        ENVIRONMENT.putAll(Map.of(
                "GITHUB_ORG", "acme,globex",
                "GITHUB_OAUTH_CLIENT_ID", "app",
                "GITHUB_OAUTH_CLIENT_SECRET", "app secret"));
        restart();
    }

    @AfterAll
    static void stop() {
        if (web != null) {
            web.stop();
        }
        github.close();
    }

    @Test
    void each_named_account_is_an_organization_of_its_members() throws Exception {
        Visitor ben = Visitor.signedIn(WEB, "ben-sato");
        Visitor gita = Visitor.signedIn(WEB, "gita-rao");

        awaitRepos(ben, 12);
        awaitRepos(gita, 1);
        assertThat(ben.get("/api/v1/repos?limit=100").body()).doesNotContain("globex/");
        assertThat(gita.get("/app/repositories").body())
                .contains("globex/plans")
                .doesNotContain("acme/");
        assertThat(gita.get("/api/github/repos/acme/payments").statusCode())
                .as("the synchronisation's token would show it")
                .isEqualTo(404);
        assertThat(gita.get("/api/github/repos/globex/plans").statusCode()).isEqualTo(200);

        Visitor olga = new Visitor(WEB);
        assertThat(location(olga.get(olga.decide(olga.leave(""), "olga", "allow"))))
                .contains("reason=homeless");
    }

    @Test
    void nobody_comes_in_by_a_link() throws Exception {
        Visitor stranger = new Visitor(WEB);

        assertThat(location(stranger.get("/signin?token="))).isEqualTo("/api/auth/signin/github");
        assertThat(stranger.get("/").body()).contains("Sign in with GitHub").doesNotContain("Sign in with the link");
    }

    @Test
    void a_new_secret_signs_nobody_out_and_needs_the_one_before_only_until_it_was_used() throws Exception {
        Visitor ben = Visitor.signedIn(WEB, "ben-sato");
        String before = String.valueOf(ben.cookies().get("ph_session"));

        ENVIRONMENT.put("AUTH_SECRET_PREVIOUS", String.valueOf(ENVIRONMENT.get("AUTH_SECRET")));
        ENVIRONMENT.put("AUTH_SECRET", "b".repeat(43));
        restart();
        HttpResponse<String> first = ben.get("/api/github/user");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(ben.cookies().get("ph_session")).as("sealed anew").isNotEqualTo(before);

        ENVIRONMENT.remove("AUTH_SECRET_PREVIOUS");
        restart();
        assertThat(ben.statusOf("/api/v1/repos")).isEqualTo(200);
        assertThat(ben.statusOf("/api/github/user")).as("the GitHub token too").isEqualTo(200);
    }

    private static void awaitRepos(Visitor visitor, int count) throws Exception {
        long end = System.nanoTime() + 30_000_000_000L; // what is synchronised later is seen soon
        while (true) {
            int seen =
                    JSON.readTree(visitor.get("/api/v1/repos?limit=100").body()).size();
            if (seen == count) {
                return;
            }
            assertThat(System.nanoTime()).as("sees " + seen).isLessThan(end);
            Thread.sleep(500);
        }
    }

    private static void restart() {
        if (web != null) {
            web.stop();
        }
        web = ServiceProcess.start(ServiceProcess.Kind.WEB, Built.webJar(), ENVIRONMENT, URI.create(WEB), home);
        web.awaitReady(new StopRequest());
    }

    private static void change(String path, String body) throws Exception {
        github.change(path, JSON.readTree(body));
    }
}
