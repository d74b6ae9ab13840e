package dev.pulsehub.acceptance;

import static dev.pulsehub.acceptance.Visitor.location;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People of two organizations sign in at the simulated GitHub's page, and all that can go wrong on the way. */
class SignInIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BEN = "ben-sato";

    private static RunningStack stack;
    private static ConnectedGlobex globex;

    @BeforeAll
    static void two_organizations() throws Exception {
        stack = RunningStack.of("signin", Map.of());
        globex = ConnectedGlobex.of(stack);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @Test
    void each_sees_only_the_rows_of_their_own_organization() throws Exception {
        Visitor ben = Visitor.signedIn(stack, BEN);
        Visitor gita = Visitor.signedIn(stack, ConnectedGlobex.MEMBER);

        assertThat(repos(ben)).hasSize(12).allMatch(name -> name.startsWith("acme/"));
        assertThat(repos(gita)).containsExactly(ConnectedGlobex.REPO);
        for (String path : List.of("/app/issues?range=all", "/app/repositories", "/api/v1/issues?limit=100")) {
            assertThat(ben.get(path).body()).as(path).doesNotContain(ConnectedGlobex.ISSUE, ConnectedGlobex.REPO);
            assertThat(gita.get(path).body())
                    .as(path)
                    .contains(ConnectedGlobex.REPO)
                    .doesNotContain("acme/");
        }
        assertThat(ben.get("/api/v1/issues?repo=" + ConnectedGlobex.REPO).body())
                .doesNotContain(ConnectedGlobex.ISSUE);
        assertThat(JSON.readTree(gita.get("/api/auth/session").body())
                        .path("user")
                        .path("name")
                        .asText())
                .isEqualTo("Gita Rao");
    }

    @Test
    void each_answer_of_mcp_and_each_token_is_the_persons_own() throws Exception {
        Visitor ben = Visitor.signedIn(stack, BEN);
        Visitor gita = Visitor.signedIn(stack, ConnectedGlobex.MEMBER);

        assertThat(tool(ben, "github_get_repo", "{\"owner\":\"globex\",\"repo\":\"plans\"}"))
                .doesNotContain(ConnectedGlobex.ISSUE, "private\\\":true");
        assertThat(tool(gita, "github_list_issues", "{\"owner\":\"globex\",\"repo\":\"plans\"}"))
                .contains(ConnectedGlobex.ISSUE);
        tool(
                gita,
                "github_create_issue",
                "{\"owner\":\"globex\",\"repo\":\"plans\",\"title\":\"By hand\",\"body\":\"x\"}");
        assertThat(globexIssues()).contains("By hand by gita-rao");
    }

    @Test
    void a_browser_is_led_there_and_back_and_can_sign_out() throws Exception {
        try (Chromium chromium = Chromium.open();
                Chromium.Window window = chromium.stranger(stack, "light", 1440, 900)) {
            Page page = window.page();
            page.navigate(stack.web("/app/pulls?state=open"));
            page.click("text=Sign in with GitHub");
            page.selectOption("select[name=login]", BEN);
            page.click("button[value=allow]");
            page.waitForURL(stack.web("/app/pulls?state=open"));
            assertThat(page.locator("h1").innerText()).isEqualTo("Pull requests");

            page.click(".account summary");
            page.click("text=Sign out");
            page.waitForURL(stack.web("/"));
            page.navigate(stack.web("/app"));
            assertThat(page.url()).startsWith(stack.web("/?return="));
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void who_cancels_is_told_what_happened_and_what_to_do() throws Exception {
        try (Chromium chromium = Chromium.open();
                Chromium.Window window = chromium.stranger(stack, "dark", 390, 844)) {
            Page page = window.page();
            page.navigate(stack.web("/"));
            page.click("text=Sign in with GitHub");
            page.click("button[value=deny]");
            assertThat(page.locator("h1").innerText()).isEqualTo("You did not allow it");
            assertThat(page.locator("main").innerText()).contains("nobody is signed in", "Sign in again");
            assertThat(page.locator("a:has-text('Sign in with GitHub')").isVisible())
                    .isTrue();
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void a_tampered_a_missing_and_a_foreign_state_let_nobody_in() throws Exception {
        Visitor ben = new Visitor(stack);
        String back = ben.decide(ben.leave(""), BEN, "allow");

        assertProblem(new Visitor(stack), back, "state");
        Visitor another = new Visitor(stack);
        another.leave("");
        assertProblem(another, back, "state");
        assertProblem(ben, back.replaceAll("state=.", "state=_"), "state");
        assertProblem(ben, back, "state"); // the question was used up by the wrong answer
        Visitor nameless = new Visitor(stack);
        nameless.leave("");
        assertProblem(nameless, "/api/auth/callback/github", "state");
        assertThat(ben.statusOf("/api/v1/repos")).isEqualTo(401);
    }

    @Test
    void a_code_and_an_answer_work_once() throws Exception {
        Visitor ben = new Visitor(stack);
        String question = ben.leave("");
        Visitor thief = ben.copy();
        String back = ben.decide(question, BEN, "allow");
        assertThat(location(ben.get(back))).isEqualTo("/app");

        assertThat(location(ben.get(back))).as("again, in the same browser").endsWith("&reason=state");
        assertProblem(thief, back, "code"); // with a copy of the browser's cookies from before
        assertThat(thief.statusOf("/api/v1/repos")).isEqualTo(401);

        Visitor made = new Visitor(stack);
        String state = made.leave("").replaceFirst(".*[?&](state=[^&]+).*", "$1");
        assertProblem(made, "/api/auth/callback/github?code=invented&" + state, "code");
        assertProblem(made, "/api/auth/callback/github?code=invented&" + state, "state");
    }

    @Test
    void githubs_own_errors_are_told_apart() throws Exception {
        for (Map.Entry<String, String> error : Map.of(
                        "application_suspended", "suspended",
                        "redirect_uri_mismatch", "misconfigured",
                        "something_new", "refused")
                .entrySet()) {
            Visitor visitor = new Visitor(stack);
            String state = visitor.leave("").replaceFirst(".*[?&](state=[^&]+).*", "$1");
            assertProblem(visitor, "/api/auth/callback/github?error=" + error.getKey() + "&" + state, error.getValue());
        }
        Visitor ben = new Visitor(stack);
        String back = ben.decide(ben.leave(""), BEN, "allow");
        stack.change("/faults", "{\"match\":\"^/user/memberships\",\"status\":502,\"times\":50}");
        try {
            assertProblem(ben, back, "unavailable");
        } finally {
            stack.await("the faults are over", Duration.ofMinutes(1), () -> membershipsAnswer());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/app",
                "//evil.example/app",
                "/\\evil.example",
                "/app\\@evil.example",
                "javascript:alert(1)",
                "https://localhost.evil.example/app",
                "/app\r\nSet-Cookie: a=b",
                "/api/auth/signout"
            })
    void nobody_is_sent_elsewhere_afterwards(String wanted) throws Exception {
        for (String name : List.of("callbackUrl", "return")) {
            Visitor ben = new Visitor(stack);
            String query = "?" + name + "=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
            assertThat(location(ben.get(ben.decide(ben.leave(query), BEN, "allow"))))
                    .isEqualTo("/app");
        }
        String prefixed = stack.address("WEB_URL") + ".evil.example/app";
        Visitor ben = new Visitor(stack);
        assertThat(location(ben.get(ben.decide(ben.leave("?callbackUrl=" + prefixed), BEN, "allow"))))
                .isEqualTo("/app");
    }

    @Test
    void a_session_put_into_a_browser_beforehand_is_worth_nothing_afterwards() throws Exception {
        Visitor attacker = Visitor.signedIn(stack, "carla-mendes");
        Visitor victim = attacker.copy();
        String planted = String.valueOf(victim.cookies().get("ph_session"));

        victim.get(victim.decide(victim.leave(""), BEN, "allow"));

        assertThat(victim.cookies().get("ph_session")).isNotEqualTo(planted);
        assertThat(session(victim)).isEqualTo("Ben Sato");
        assertThat(attacker.statusOf("/api/v1/repos")).isEqualTo(401);
        assertThat(location(attacker.get("/app"))).contains("reason=replaced");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/auth/signin/github",
                "GET /api/auth/callback/github?code=a&state=b",
                "GET /app/pulls",
                "GET /signin",
                "GET /api/auth/error?error=Callback"
            })
    void a_foreign_host_is_in_no_address_we_give(String request) throws Exception {
        String answer = raw(request + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                + "Forwarded: host=evil.example\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 ").doesNotContain("evil.example");
        if (request.endsWith("signin/github")) {
            assertThat(answer)
                    .contains("redirect_uri="
                            + URLEncoder.encode(stack.web("/api/auth/callback/github"), StandardCharsets.UTF_8));
        }
    }

    @Test
    void a_copied_cookie_is_refused_within_a_second_of_signing_out_everywhere() throws Exception {
        Visitor laptop = Visitor.signedIn(stack, BEN);
        Visitor phone = Visitor.signedIn(stack, BEN);
        Visitor copied = phone.copy();
        CompletableFuture<Integer> line = phone.listen();
        assertThat(copied.statusOf("/api/v1/repos")).isEqualTo(200);
        assertThat(laptop.get("/app/settings/sessions").body()).contains("Sign out everywhere", "This browser");

        assertThat(laptop.post("/settings/sessions/end-all", Map.of()).statusCode())
                .isEqualTo(303);

        assertThat(copied.statusOf("/api/v1/repos")).isEqualTo(401);
        assertThat(laptop.copy().statusOf("/api/v1/repos")).isEqualTo(401);
        assertThat(location(copied.get("/app"))).contains("reason=everywhere");
        assertThat(line.get(3, TimeUnit.SECONDS)).isEqualTo(1008);
    }

    @Test
    void one_session_is_ended_from_another_browser_and_nobody_elses() throws Exception {
        Visitor laptop = Visitor.signedIn(stack, "elif-kaya");
        Visitor phone = Visitor.signedIn(stack, "elif-kaya");
        String page = laptop.get("/app/settings/sessions").body();
        var ids = Pattern.compile("id=\"end-([0-9]+)\"").matcher(page);
        assertThat(ids.find()).isTrue();
        String id = ids.group(1);

        Visitor gita = Visitor.signedIn(stack, ConnectedGlobex.MEMBER);
        gita.post("/settings/sessions/end", Map.of("id", id));
        assertThat(phone.statusOf("/api/v1/repos")).isEqualTo(200);
        laptop.post("/settings/sessions/end", Map.of("id", id));
        assertThat(phone.statusOf("/api/v1/repos")).isEqualTo(401);
        assertThat(laptop.statusOf("/api/v1/repos")).isEqualTo(200);
    }

    @Test
    void a_grant_taken_back_on_github_ends_the_sessions_with_a_page_that_says_so() throws Exception {
        Visitor dmitri = Visitor.signedIn(stack, "dmitri-volkov");
        String token = token(dmitri);
        CompletableFuture<Integer> line = dmitri.listen();
        takeBackGrant("dmitri-volkov");

        line.get(60, TimeUnit.SECONDS); // polling shows it
        assertThat(dmitri.statusOf("/api/v1/repos")).isEqualTo(401);
        assertThat(withToken(token)).isEqualTo(401);
        String told = location(dmitri.get("/app"));
        assertThat(told).contains("reason=grant_ended");
        assertThat(dmitri.get(told).body()).contains("GitHub does not let Pulse-Hub speak for you any more");
    }

    @Test
    void disconnecting_ends_the_grant_and_every_session_and_token() throws Exception {
        Visitor laptop = Visitor.signedIn(stack, "carla-mendes");
        Visitor phone = Visitor.signedIn(stack, "carla-mendes");
        String token = token(laptop);

        HttpResponse<String> answer = laptop.post("/settings/github/disconnect", Map.of());

        assertThat(location(answer)).contains("reason=disconnected");
        assertThat(phone.statusOf("/api/v1/repos")).isEqualTo(401);
        assertThat(withToken(token)).isEqualTo(401);
        assertThat(globex.number("select count(*) from pulse.github_grant g join pulse.person p on p.id = g.person_id"
                        + " where p.login = 'carla-mendes'"))
                .isZero();
    }

    @Test
    void a_lost_membership_told_by_a_delivery_ends_session_token_and_line_at_once() throws Exception {
        stack.change("/accounts", "{\"login\":\"leaver\"}");
        stack.change("/orgs/acme/members/leaver", "{\"role\":\"member\"}");
        Visitor leaver = Visitor.signedIn(stack, "leaver");
        String token = token(leaver);
        CompletableFuture<Integer> line = leaver.listen();
        assertThat(withToken(token)).isEqualTo(200);

        stack.change("/orgs/acme/members/leaver/remove", "{}");

        stack.await("the token is refused", Duration.ofSeconds(5), () -> withToken(token) == 401);
        assertThat(leaver.statusOf("/api/v1/repos")).isEqualTo(401);
        assertThat(line.get(3, TimeUnit.SECONDS)).isEqualTo(1008);
        assertThat(location(leaver.get("/app"))).contains("reason=no_membership");
    }

    @Test
    void whoever_belongs_to_nothing_connected_is_told_how_to_get_there() throws Exception {
        stack.change("/accounts", "{\"login\":\"olga\"}");
        stack.change("/accounts", "{\"login\":\"initech\",\"type\":\"Organization\"}");
        stack.change("/orgs/initech/members/olga", "{\"role\":\"admin\"}");
        Visitor olga = new Visitor(stack);

        String told = location(olga.get(olga.decide(olga.leave(""), "olga", "allow")));

        HttpResponse<String> page = olga.get(told);
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("None of your GitHub accounts is connected", "GITHUB_ORG", "initech");
        assertThat(olga.statusOf("/api/v1/repos")).isEqualTo(401);
        assertThat(globex.number("select count(*) from pulse.github_grant g join pulse.person p on p.id = g.person_id"
                        + " where p.login = 'olga'"))
                .isZero();
    }

    @Test
    void a_restart_keeps_sessions_and_sign_ins_under_way_and_another_secret_ends_both() throws Exception {
        Visitor ben = Visitor.signedIn(stack, BEN);
        Visitor elif = new Visitor(stack);
        String question = elif.leave("");

        killWeb();
        assertThat(ben.statusOf("/api/v1/repos")).isEqualTo(200);
        assertThat(location(elif.get(elif.decide(question, "elif-kaya", "allow"))))
                .isEqualTo("/app");

        Visitor late = new Visitor(stack);
        String under = late.leave("");
        Path kept = stack.home().resolve("stack.properties");
        Files.writeString(
                kept, Files.readString(kept).replaceAll("(?m)^auth-secret=.*$", "auth-secret=" + "x".repeat(43)));
        stack.interrupt();
        stack.start();
        assertThat(ben.statusOf("/api/v1/repos")).isEqualTo(401);
        assertThat(location(ben.get("/app"))).startsWith("/?return=");
        assertProblem(late, late.decide(moved(under), BEN, "allow"), "state");
    }

    @Test
    void next_auths_clients_get_what_they_know() throws Exception {
        Visitor program = new Visitor(stack);
        assertThat(JSON.readTree(program.get("/api/auth/session").body())).isEmpty();
        JsonNode github =
                JSON.readTree(program.get("/api/auth/providers").body()).path("github");
        assertThat(github.path("signinUrl").asText()).isEqualTo(stack.web("/api/auth/signin/github"));
        assertThat(github.path("callbackUrl").asText()).isEqualTo(stack.web("/api/auth/callback/github"));
        String csrf = JSON.readTree(program.get("/api/auth/csrf").body())
                .path("csrfToken")
                .asText();
        assertThat(csrf).matches("[0-9a-f]{64}");
        assertThat(program.statusOf("/api/auth/unknown")).isEqualTo(400);

        assertThat(silently(program, "/api/auth/signin/github", "csrfToken=" + "0".repeat(64)))
                .isEqualTo("/api/auth/signin?csrf=true");
        assertThat(silently(program, "/api/auth/signin/github", "csrfToken=" + csrf))
                .startsWith(stack.address("SIMULATOR_URL") + "/login/oauth/authorize?");
        Visitor ben = Visitor.signedIn(stack, BEN);
        ben.get("/api/auth/csrf");
        assertThat(silently(ben, "/api/auth/signout", "csrfToken=wrong")).isEqualTo("/api/auth/signout?csrf=true");
        assertThat(ben.statusOf("/api/v1/repos")).isEqualTo(200);
    }

    /** The stack starts it again; the simulated GitHub, which forgets tokens when it stops, goes on. */
    private static void killWeb() throws Exception {
        Path file = stack.home().resolve("web.pid");
        String before = Files.readString(file);
        ProcessHandle.of(Long.parseLong(before.strip())).orElseThrow().destroyForcibly();
        stack.await(
                "the web service is back",
                Duration.ofMinutes(2),
                () -> !Files.readString(file).equals(before) && isReady());
    }

    private static boolean isReady() throws InterruptedException {
        try {
            return new Visitor(stack).statusOf("/api/health") == 200;
        } catch (IOException e) {
            return false; // not yet
        }
    }

    /** The simulator may have another port after a new start. */
    private static String moved(String question) {
        return question.replaceFirst("^http://[^/]+", stack.address("SIMULATOR_URL"));
    }

    private static void assertProblem(Visitor visitor, String back, String reason) throws Exception {
        String place = location(visitor.get(back));
        assertThat(place).startsWith("/api/auth/error?error=").endsWith("&reason=" + reason);
        String page = location(visitor.get(place));
        assertThat(visitor.get(page).statusCode()).isEqualTo(200);
        assertThat(visitor.cookies()).doesNotContainKey("ph_session");
    }

    private static String session(Visitor visitor) throws Exception {
        return JSON.readTree(visitor.get("/api/auth/session").body())
                .path("user")
                .path("name")
                .asText();
    }

    private static List<String> repos(Visitor visitor) throws Exception {
        List<String> names = new ArrayList<>();
        JSON.readTree(visitor.get("/api/v1/repos?limit=100").body())
                .forEach(repo -> names.add(repo.path("repo").asText()));
        return names;
    }

    private static String token(Visitor visitor) throws Exception {
        visitor.post("/settings/tokens/create", Map.of("name", "test", "days", "7", "scope", "write"));
        var token = Pattern.compile("value=\"(ph_[^\"]+)\"")
                .matcher(visitor.get("/app/settings/tokens").body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static int withToken(String token) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(stack.web("/api/v1/repos")))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String tool(Visitor visitor, String name, String arguments) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(stack.web("/api/mcp")))
                                .header("Authorization", "Bearer " + token(visitor))
                                .header("Content-Type", "application/json")
                                .header("Accept", "application/json, text/event-stream")
                                .POST(HttpRequest.BodyPublishers.ofString("""
                                        {"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"%s","arguments":%s}}
                                        """.formatted(name, arguments)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static List<String> globexIssues() throws Exception {
        List<String> issues = new ArrayList<>();
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        stack.address("SIMULATOR_URL") + "/repos/" + ConnectedGlobex.REPO + "/issues"))
                                .header("Authorization", "Bearer ghp_demo_owner_token")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        JSON.readTree(answer.body())
                .forEach(issue -> issues.add(issue.path("title").asText() + " by "
                        + issue.path("user").path("login").asText()));
        return issues;
    }

    private static void takeBackGrant(String login) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(stack.address("SIMULATOR_ADMIN_URL") + "/grants/" + login))
                                .DELETE()
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static boolean membershipsAnswer() throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                URI.create(stack.address("SIMULATOR_URL") + "/user/memberships/orgs"))
                                        .header("Authorization", "Bearer ghp_demo_owner_token")
                                        .build(),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode()
                == 200;
    }

    /** As a program sends a form that says nothing of where it comes from; gives where it is sent. */
    private static String silently(Visitor visitor, String path, String body) throws Exception {
        StringBuilder cookies = new StringBuilder();
        visitor.cookies()
                .forEach((name, value) ->
                        cookies.append(name).append('=').append(value).append("; "));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(stack.web(path)))
                                .header("Cookie", cookies.toString())
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return location(answer);
    }

    private static String raw(String request) throws IOException {
        URI web = URI.create(stack.address("WEB_URL"));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), web.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
