package dev.pulsehub.web.github;

import dev.pulsehub.core.access.AccessCheck;
import dev.pulsehub.core.access.Asker;
import dev.pulsehub.core.access.GitHubGrants;
import dev.pulsehub.core.access.SingleUser;
import dev.pulsehub.core.config.PulseConfig;
import dev.pulsehub.web.session.Refusal;
import dev.pulsehub.web.session.SignedIn;
import jakarta.annotation.PostConstruct;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * {@code /api/github} is GitHub's API for the person who asks, with their own token and nobody else's: GitHub decides
 * what they may see. Neither our cookies nor our tokens go there, and GitHub's token never comes here.
 */
@WebServlet({"/api/github", "/api/github/*"})
public class GitHubProxy extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(GitHubProxy.class.getName());
    private static final int MOST_BYTES = 1024 * 1024;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** A slow GitHub must not take the threads of the pages. */
    private final transient Semaphore places = new Semaphore(8);

    private final transient Kept kept = new Kept();
    private final transient HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Inject
    private transient PulseConfig config;

    @Inject
    private transient GitHubGrants grants;

    @Inject
    private transient SingleUser singleUser;

    @Inject
    private transient AccessCheck access;

    @Inject
    private transient Clock clock;

    private transient @Nullable Budget budget;
    private transient @Nullable Through through;

    @PostConstruct
    void prepare() {
        budget = new Budget(clock);
        through = new Through(config.gitHubApi(), config.authUrl());
    }

    /** A person's question on its way. */
    private record Question(long personId, String token, Target target, HttpServletRequest request, byte[] body) {

        Kept.Question key() {
            return new Kept.Question(
                    personId,
                    token,
                    target.address().toString(),
                    Optional.ofNullable(request.getHeader("Accept")).orElse(""));
        }

        boolean isPlainGet() {
            return request.getMethod().equals("GET")
                    && request.getHeader("If-None-Match") == null
                    && request.getHeader("If-Modified-Since") == null;
        }
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "private, no-store");
        Optional<Target> target = Target.of(request.getPathInfo(), request.getQueryString(), config.gitHubApi())
                .filter(one -> Allowed.is(request.getMethod(), one.path()));
        if (!(request.getUserPrincipal() instanceof SignedIn person)) {
            Refusal.problem(response, 401, "Sign in first, or send an API token.");
        } else if (target.isEmpty()) {
            Refusal.problem(response, 404, "This part of GitHub's API is not offered here, or not with this method.");
        } else if (Allowed.writes(request.getMethod(), target.get().path())
                && !person.asker().may(Asker.WRITE)) {
            Refusal.problem(response, 403, "This API token may only read.");
        } else {
            ask(person, target.get(), request, response);
        }
    }

    private void ask(SignedIn person, Target target, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<String> token = grants.find(person.personId())
                .map(GitHubGrants.Held::token)
                .or(() -> singleUser.tokenOf(person.personId()));
        Optional<Long> wait = budget().secondsToWait(person.personId());
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (token.isEmpty()) {
            Refusal.problem(response, 403, "Your GitHub token is not known here. Sign in with GitHub.");
        } else if (wait.isPresent()) {
            response.setHeader("Retry-After", wait.get().toString());
            Refusal.problem(response, 429, "Your GitHub budget is used up. GitHub is asked again when it is renewed.");
        } else if (body.length > MOST_BYTES) {
            Refusal.problem(response, 413, "A request has at most 1 MB.");
        } else if (target.path().equals("graphql") && !ReadOnlyQuery.is(body)) {
            Refusal.problem(response, 403, "Only GraphQL queries go through, as JSON with the text in \"query\".");
        } else if (!places.tryAcquire()) {
            Refusal.unavailable(response, "Too many ask GitHub at once; try again in a moment.");
        } else {
            try {
                pass(new Question(person.personId(), token.get(), target, request, body), response);
            } finally {
                places.release();
            }
        }
    }

    private void pass(Question question, HttpServletResponse response) throws IOException {
        Optional<Kept.Answer> known = question.isPlainGet() ? kept.find(question.key()) : Optional.empty();
        try {
            HttpResponse<InputStream> answer =
                    client.send(sent(question, known), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                budget().hear(question.personId(), answer.statusCode(), answer.headers());
                if (answer.statusCode() == 401) {
                    access.doubt(question.personId());
                    Refusal.problem(response, 401, "GitHub does not accept your token any more. Sign in again.");
                } else if (answer.statusCode() == 304 && known.isPresent()) {
                    again(known.get(), answer, response);
                } else {
                    fresh(question, answer, body, response);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Refusal.unavailable(response, "Pulse-Hub is stopping.");
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, () -> "GitHub did not answer a person: " + e);
            if (response.isCommitted()) {
                throw e; // a cut answer must not look whole
            }
            Refusal.unavailable(response, "GitHub does not answer just now.");
        }
    }

    private static HttpRequest sent(Question question, Optional<Kept.Answer> known) {
        HttpServletRequest request = question.request();
        HttpRequest.Builder sent = HttpRequest.newBuilder(question.target().address())
                .timeout(LIMIT)
                .method(
                        request.getMethod(),
                        question.body().length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(question.body()));
        Map<String, String> headers = Through.asked(request::getHeader);
        known.ifPresent(answer -> headers.put("If-None-Match", answer.etag()));
        headers.forEach(sent::header);
        return sent.header("User-Agent", "pulse-hub")
                .header("Authorization", "Bearer " + question.token())
                .build();
    }

    /** Nothing changed: what was kept, with what GitHub says of the budget now. */
    private void again(Kept.Answer answer, HttpResponse<InputStream> now, HttpServletResponse response)
            throws IOException {
        head(200, answer.headers(), response);
        through().answered(now.headers()).forEach((name, value) -> {
            if (name.startsWith("X-RateLimit-")) {
                response.setHeader(name, value);
            }
        });
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    private void fresh(
            Question question, HttpResponse<InputStream> answer, InputStream body, HttpServletResponse response)
            throws IOException {
        Map<String, String> headers = through().answered(answer.headers());
        head(answer.statusCode(), headers, response);
        Optional<String> etag = answer.headers().firstValue("ETag");
        boolean keep = answer.statusCode() == 200 && question.isPlainGet() && etag.isPresent();
        byte[] first = keep ? body.readNBytes(Kept.LARGEST + 1) : new byte[0];
        response.getOutputStream().write(first);
        if (keep && first.length <= Kept.LARGEST) {
            kept.keep(question.key(), new Kept.Answer(etag.get(), headers, first));
        } else {
            body.transferTo(response.getOutputStream());
        }
    }

    private static void head(int status, Map<String, String> headers, HttpServletResponse response) {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    }

    private Budget budget() {
        return Objects.requireNonNull(budget);
    }

    private Through through() {
        return Objects.requireNonNull(through);
    }
}
