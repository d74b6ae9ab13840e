package dev.pulsehub.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pulsehub.core.github.GitHubUnavailable;
import dev.pulsehub.core.github.OAuthApp;
import dev.pulsehub.core.github.OAuthRefused;
import dev.pulsehub.core.github.PeoplesGitHub;
import dev.pulsehub.core.ingest.DeliveryInbox;
import dev.pulsehub.core.ingest.DeliveryWorker;
import dev.pulsehub.persistence.TestDatabase;
import dev.pulsehub.persistence.connection.Caller;
import dev.pulsehub.persistence.connection.PostgresUrl;
import dev.pulsehub.persistence.connection.Sql;
import dev.pulsehub.persistence.connection.Transactions;
import dev.pulsehub.persistence.organization.OrganizationStore;
import dev.pulsehub.persistence.session.LiveSession;
import dev.pulsehub.persistence.session.SessionEnd;
import dev.pulsehub.persistence.session.SessionStore;
import dev.pulsehub.persistence.work.BackOff;
import dev.pulsehub.persistence.work.DeliveryStore;
import dev.pulsehub.simulator.Simulator;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People come and go, and their rights change, on a simulated GitHub. */
class SignInsIT {

    private static final URI CALLBACK = URI.create("http://localhost:9/api/auth/callback/github");
    private static final String SECRET = "s".repeat(40);
    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-rfc-7636";
    private static final String CHALLENGE = "2DOKjSWFvylLzMgamevKkkxnte9MBpkVcQlRAQb4HQQ";
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final TestDatabase database = TestDatabase.fresh();
    private final Transactions transactions = database.transactions();
    private final SessionStore sessions = new SessionStore();
    private Simulator simulator;
    private long acme;
    private GitHubGrants grants;
    private AccessCheck access;
    private SignIns signIns;

    @BeforeEach
    void acme_is_connected() {
        simulator = Simulator.builder()
                .scale(0.01)
                .oauthApp("app", "app secret", CALLBACK.toString())
                .start();
        acme = transactions.call(Caller.writer(), connection -> {
            long id = new OrganizationStore().ensure(connection, "acme", "Acme");
            new OrganizationStore().addSourceAccount(connection, id, "acme");
            return id;
        });
        simulator.world().repos().forEach(repo -> change("""
                insert into pulse.repo (organization_id, github_id, owner_login, name, private, archived, fork, star_count,
                                        fork_count, url, created_at, updated_at)
                values (%d, %d, 'acme', '%s', true, false, false, 1, 1, 'https://x', now(), now())
                """.formatted(acme, repo.id(), repo.name())));
        grants = new GitHubGrants(transactions, List.of(SECRET));
        PeoplesGitHub github = new PeoplesGitHub(URI.create(simulator.url()), Clock.systemUTC());
        access = new AccessCheck(transactions, grants, github, Clock.systemUTC());
        signIns = new SignIns(transactions, grants, app(URI.create(simulator.url())), github);
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private static OAuthApp app(URI web) {
        return new OAuthApp(new OAuthApp.Registration(web, web, "app", "app secret", CALLBACK), Clock.systemUTC());
    }

    @Test
    void a_member_is_signed_in_and_sees_what_github_shows_them() throws Exception {
        Arrival.SignedIn ben = signIn("ben-sato", "laptop");

        assertThat(ben.organizationId()).isEqualTo(acme);
        assertThat(find("laptop")).hasValueSatisfying(session -> {
            assertThat(session.person().login()).isEqualTo("ben-sato");
            assertThat(session.accessStale()).isFalse();
        });
        assertThat(visibleTo(ben.personId())).hasSize(12);
        assertThat(texts("select role as text from pulse.membership")).containsExactly("member");
    }

    @Test
    void the_token_is_kept_sealed_and_nowhere_else() throws Exception {
        Arrival.SignedIn ben = signIn("ben-sato", "laptop");
        String token = tokenOf(ben);

        assertThat(token).startsWith("gho_");
        assertThat(texts("select g::text as text from pulse.github_grant g"))
                .singleElement()
                .asString()
                .doesNotContain(token)
                .contains("read:user,read:org,repo");
        assertThat(grants.find(ben.personId()).orElseThrow().toString()).doesNotContain(token);
    }

    @Test
    void a_new_secret_opens_what_the_one_before_sealed_and_seals_it_anew() throws Exception {
        Arrival.SignedIn ben = signIn("ben-sato", "laptop");
        String token = tokenOf(ben);
        String newer = "n".repeat(40);

        assertThat(new GitHubGrants(transactions, List.of(newer)).find(ben.personId()))
                .isEmpty();
        new GitHubGrants(transactions, List.of(newer, SECRET)).resealAll();
        assertThat(new GitHubGrants(transactions, List.of(newer))
                        .find(ben.personId())
                        .orElseThrow()
                        .token())
                .isEqualTo(token);
        assertThat(grants.find(ben.personId())).isEmpty();
    }

    @Test
    void a_code_is_traded_once_and_with_its_verifier_only() throws Exception {
        String code = code("ben-sato");
        assertThatThrownBy(() -> signIns.arrive(code, "another" + VERIFIER, session("laptop")))
                .isInstanceOfSatisfying(
                        OAuthRefused.class, e -> assertThat(e.error()).isEqualTo("bad_verification_code"));
        String again = code("ben-sato");
        signIns.arrive(again, VERIFIER, session("laptop"));
        assertThatThrownBy(() -> signIns.arrive(again, VERIFIER, session("phone")))
                .isInstanceOf(OAuthRefused.class);
        assertThat(find("phone")).isEmpty();
    }

    @Test
    void a_github_that_does_not_answer_lets_nobody_in_and_says_so() {
        SignIns nowhere = new SignIns(
                transactions,
                grants,
                app(URI.create("http://localhost:9")),
                new PeoplesGitHub(URI.create("http://localhost:9"), Clock.systemUTC()));
        assertThatThrownBy(() -> nowhere.arrive("code", VERIFIER, session("laptop")))
                .isInstanceOf(GitHubUnavailable.class);
    }

    @Test
    void whoever_belongs_to_nothing_connected_leaves_no_token_and_no_session() throws Exception {
        simulator.change("/accounts", json("{\"login\":\"olga\"}"));

        Arrival arrival = arrive("olga", "laptop");

        assertThat(arrival).isEqualTo(new Arrival.Homeless("olga", List.of("olga")));
        assertThat(find("laptop")).isEmpty();
        assertThat(texts("select sealed_token as text from pulse.github_grant")).isEmpty();
        assertThat(simulator.tokensOf("olga")).isZero();
    }

    @Test
    void signing_in_again_replaces_session_and_token() throws Exception {
        Arrival.SignedIn ben = signIn("ben-sato", "laptop");
        String before = tokenOf(ben);

        signIns.arrive(
                code("ben-sato"),
                VERIFIER,
                new SignIns.NewSession("newer", Optional.of("laptop"), "Firefox", Duration.ofDays(1)));

        assertThat(find("newer")).isPresent();
        assertThat(end("laptop")).contains(SessionEnd.REPLACED);
        assertThat(isAlive(before)).isFalse();
        assertThat(isAlive(tokenOf(ben))).isTrue();
    }

    @Test
    void the_token_ends_with_the_last_session_but_not_while_a_program_needs_it() throws Exception {
        Arrival.SignedIn ben = signIn("ben-sato", "laptop");
        signIn("ben-sato", "phone");
        ApiTokens tokens = new ApiTokens(transactions, access);
        String program = tokens.create(ben.personId(), acme, "ci", List.of("read"), Optional.empty())
                .orElseThrow();
        String token = tokenOf(ben);

        signOut("laptop");
        signIns.forgetUnneeded(ben.personId());
        assertThat(isAlive(token)).as("another browser needs it").isTrue();
        signOut("phone");
        signIns.forgetUnneeded(ben.personId());
        assertThat(isAlive(token)).as("a program needs it").isTrue();
        assertThat(tokens.find(program)).isPresent();

        tokens.revoke(
                ben.personId(), tokens.list(ben.personId(), acme).getFirst().id());
        signIns.forgetUnneeded();
        assertThat(isAlive(token)).isFalse();
        assertThat(grants.find(ben.personId())).isEmpty();

        Arrival.SignedIn again = signIn("ben-sato", "tablet");
        String last = tokenOf(again);
        signOut("tablet");
        signIns.forgetUnneeded(again.personId());
        assertThat(isAlive(last)).isFalse();
    }

    @Test
    void disconnecting_ends_everything_everywhere() throws Exception {
        Arrival.SignedIn ben = signIn("ben-sato", "laptop");
        ApiTokens tokens = new ApiTokens(transactions, access);
        String program = tokens.create(ben.personId(), acme, "ci", List.of("read"), Optional.empty())
                .orElseThrow();
        String token = tokenOf(ben);

        signIns.disconnect(ben.personId());

        assertThat(isAlive(token)).isFalse();
        assertThat(end("laptop")).contains(SessionEnd.DISCONNECTED);
        assertThat(tokens.find(program)).isEmpty();
        assertThat(visibleTo(ben.personId())).isEmpty();
    }

    @Test
    void a_lost_membership_is_seen_by_polling_and_ends_sessions_and_tokens() throws Exception {
        Arrival.SignedIn ben = signIn("ben-sato", "laptop");
        Arrival.SignedIn carla = signIn("carla-mendes", "desk");
        ApiTokens tokens = new ApiTokens(transactions, access);
        String program = tokens.create(ben.personId(), acme, "ci", List.of("read"), Optional.empty())
                .orElseThrow();
        simulator.change("/orgs/acme/members/ben-sato/remove", json("{}"));
        assertThat(access.refreshDue()).isEqualTo(2);

        assertThat(find("laptop")).isEmpty();
        assertThat(end("laptop")).contains(SessionEnd.NO_MEMBERSHIP);
        assertThat(tokens.find(program)).isEmpty();
        assertThat(visibleTo(ben.personId())).isEmpty();
        assertThat(find("desk")).isPresent();
        assertThat(visibleTo(carla.personId())).hasSize(12);
        assertThat(access.refreshDue()).as("checked a moment ago").isZero();
    }

    @Test
    void what_fails_for_one_keeps_nobody_else_from_being_checked() throws Exception {
        Arrival.SignedIn ben = signIn("ben-sato", "laptop");
        Arrival.SignedIn carla = signIn("carla-mendes", "desk");
        for (String login : List.of("ben-sato", "carla-mendes")) {
            simulator.change("/orgs/acme/members/" + login + "/remove", json("{}"));
        }
        asOwner("""
                create function pulse.refuse() returns trigger language plpgsql
                as $$ begin raise exception 'on purpose'; end $$;
                create trigger refuse before delete on pulse.membership
                for each row when (old.person_id = %d) execute function pulse.refuse();
                """.formatted(ben.personId()));

        assertThatThrownBy(access::refreshDue).hasStackTraceContaining("on purpose");

        assertThat(visibleTo(ben.personId())).as("claimed before Carla").hasSize(12);
        assertThat(visibleTo(carla.personId())).isEmpty();
    }

    @Test
    void looking_again_costs_nothing_while_nothing_changes() throws Exception {
        Arrival.SignedIn ben = signIn("ben-sato", "laptop");
        stale();
        access.refresh(ben.personId());
        long counted = simulator.requests().totals().counted();

        stale();
        access.refresh(ben.personId());

        assertThat(simulator.requests().totals().counted()).isEqualTo(counted);
        assertThat(visibleTo(ben.personId())).hasSize(12);
    }

    @Test
    void a_revoked_grant_ends_the_sessions_with_a_reason() throws Exception {
        Arrival.SignedIn ben = signIn("ben-sato", "laptop");
        app(URI.create(simulator.url())).disconnect(tokenOf(ben)); // as the person does on GitHub's own page
        stale();

        access.refresh(ben.personId());

        assertThat(end("laptop")).contains(SessionEnd.GRANT_ENDED);
        assertThat(grants.find(ben.personId())).isEmpty();
    }

    @Test
    void who_comes_back_is_looked_at_before_anything_is_shown() throws Exception {
        Arrival.SignedIn ben = signIn("ben-sato", "laptop");
        ApiTokens tokens = new ApiTokens(transactions, access);
        String program = tokens.create(ben.personId(), acme, "ci", List.of("read"), Optional.empty())
                .orElseThrow();
        simulator.change("/orgs/acme/members/ben-sato/remove", json("{}"));
        assertThat(tokens.find(program)).as("asked a moment ago").isPresent();

        stale();

        assertThat(tokens.find(program)).isEmpty();
    }

    @Test
    void a_github_that_fails_takes_nothing_away() throws Exception {
        Arrival.SignedIn ben = signIn("ben-sato", "laptop");
        simulator.close();
        stale();

        access.refresh(ben.personId());

        assertThat(find("laptop")).isPresent();
        assertThat(visibleTo(ben.personId())).hasSize(12);
    }

    @Test
    void what_a_delivery_tells_takes_effect_before_github_is_asked() throws Exception {
        Arrival.SignedIn ben = signIn("ben-sato", "laptop");
        Arrival.SignedIn carla = signIn("carla-mendes", "desk");
        long docs = simulator.world().repo("acme", "docs").orElseThrow().id();
        long requests = simulator.requests().totals().total();

        deliver("organization", "member_removed", "\"membership\":{\"user\":{\"id\":%d}}".formatted(id("ben-sato")));
        deliver(
                "member",
                "removed",
                "\"repository\":{\"id\":%d},\"member\":{\"id\":%d}".formatted(docs, id("carla-mendes")));

        assertThat(find("laptop")).isEmpty();
        assertThat(visibleTo(ben.personId())).isEmpty();
        assertThat(visibleTo(carla.personId())).hasSize(11);
        assertThat(simulator.requests().totals().total()).isEqualTo(requests);
        assertThat(find("desk").orElseThrow().accessStale()).isTrue();

        access.refreshDue(); // GitHub knows of neither change
        assertThat(visibleTo(carla.personId())).hasSize(12);
        assertThat(find("laptop")).isPresent();
    }

    @Test
    void about_teams_and_repositories_github_is_asked_again() throws Exception {
        signIn("ben-sato", "laptop");
        long docs = simulator.world().repo("acme", "docs").orElseThrow().id();
        for (String about : List.of("\"repository\":{\"id\":%d}".formatted(docs), "\"team\":{\"id\":1}")) {
            assertThat(find("laptop").orElseThrow().accessStale()).isFalse();
            deliver("team", "edited", about);
            assertThat(find("laptop").orElseThrow().accessStale()).as(about).isTrue();
            access.refreshDue();
        }
        deliver("membership", "removed", "\"member\":{\"id\":%d}".formatted(id("ben-sato")));
        assertThat(find("laptop").orElseThrow().accessStale()).isTrue();
    }

    private long id(String login) {
        return simulator.world().account(login).orElseThrow().id();
    }

    /** A delivery of the organization acme. */
    private void deliver(String event, String action, String more) {
        String payload = "{\"action\":\"%s\",\"organization\":{\"id\":%d,\"login\":\"acme\"},%s}"
                .formatted(action, id("acme"), more);
        DeliveryStore store = new DeliveryStore(new BackOff(Duration.ofMillis(1), Duration.ofMillis(5)), 8);
        new DeliveryInbox(transactions, store, () -> {})
                .accept(UUID.randomUUID(), event, payload.getBytes(StandardCharsets.UTF_8));
        assertThat(new DeliveryWorker(transactions, store, "test", () -> {}).workUntilIdle(() -> false))
                .isEqualTo(1);
        assertThat(texts("select outcome as text from pulse.webhook_delivery order by id desc limit 1"))
                .containsExactly("applied");
    }

    private Arrival.SignedIn signIn(String login, String secret) throws Exception {
        return (Arrival.SignedIn) arrive(login, secret);
    }

    private Arrival arrive(String login, String secret) throws Exception {
        return signIns.arrive(code(login), VERIFIER, session(secret));
    }

    private void signOut(String secret) {
        transactions.run(Caller.writer(), connection -> sessions.revoke(connection, secret, SessionEnd.SIGNED_OUT));
    }

    private static SignIns.NewSession session(String secret) {
        return new SignIns.NewSession(secret, Optional.empty(), "Firefox", Duration.ofDays(1));
    }

    /** What GitHub sends back when the person allows what we ask for. */
    private String code(String login) throws IOException, InterruptedException {
        String question =
                app(URI.create(simulator.url())).question("state", CHALLENGE).getRawQuery();
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(simulator.url() + "/login/oauth/authorize"))
                                .POST(HttpRequest.BodyPublishers.ofString(question + "&decision=allow&login="
                                        + URLEncoder.encode(login, StandardCharsets.UTF_8)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        Matcher code = CODE.matcher(answer.headers().firstValue("Location").orElseThrow());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private String tokenOf(Arrival.SignedIn person) {
        return grants.find(person.personId()).orElseThrow().token();
    }

    private boolean isAlive(String token) throws Exception {
        return HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(simulator.url() + "/user"))
                                        .header("Authorization", "Bearer " + token)
                                        .build(),
                                HttpResponse.BodyHandlers.discarding())
                        .statusCode()
                == 200;
    }

    private Optional<LiveSession> find(String secret) {
        return transactions.call(Caller.writer(), connection -> sessions.findLive(connection, secret));
    }

    private Optional<SessionEnd> end(String secret) {
        return transactions.call(Caller.writer(), connection -> sessions.findEnd(connection, secret));
    }

    private List<String> visibleTo(long person) {
        return transactions.call(
                Caller.reader(person),
                connection -> Sql.of("select github_id::text as text from pulse.repo")
                        .list(connection, row -> row.text("text")));
    }

    private void stale() {
        change("update pulse.github_grant set checked_at = now() - interval '2 minutes', check_after = now()");
    }

    private List<String> texts(String query) {
        return transactions.call(
                Caller.writer(), connection -> Sql.of(query).list(connection, row -> row.text("text")));
    }

    private void change(String statement) {
        transactions.run(Caller.writer(), connection -> Sql.of(statement).update(connection));
    }

    private void asOwner(String statements) throws SQLException {
        PostgresUrl url = database.owner();
        try (var owner = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
                var statement = owner.createStatement()) {
            statement.execute(statements);
        }
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }
}
