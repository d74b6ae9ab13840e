package dev.pulsehub.web.analytics;

import dev.pulsehub.core.config.PulseConfig;
import dev.pulsehub.web.faces.Viewer;
import dev.pulsehub.web.session.Refusal;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The way to Superset for embedded dashboards: only what they ask, with this session's own token, without cookies in
 * either direction, and without Superset's words about its insides when something fails.
 */
@WebServlet(Superset.ROOT + "/*")
public class SupersetProxy extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(SupersetProxy.class.getName());
    private static final int MOST_BYTES = 256 * 1024;
    private static final Duration LIMIT = Duration.ofSeconds(70);
    private static final Duration TURN = Duration.ofSeconds(20);
    private static final String TOKEN = "X-GuestToken";
    private static final List<String> ASKED =
            List.of(TOKEN, "Accept", "Accept-Encoding", "Accept-Language", "Content-Type", "Referer", "If-None-Match");
    private static final List<String> ANSWERED = List.of(
            "Content-Type",
            "Content-Encoding",
            "Cache-Control",
            "ETag",
            "Last-Modified",
            "Vary",
            "Content-Security-Policy");

    /** Superset has eight threads; a ninth query of ours would only take a file's place. */
    private final transient Semaphore queries = new Semaphore(8);

    @Inject
    private transient Superset superset;

    @Inject
    private transient PulseConfig config;

    @Inject
    private transient Viewer viewer;

    @Inject
    private transient Clock clock;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<AllowedCall> call = AllowedCall.of(request.getMethod(), request.getRequestURI());
        Optional<GuestToken> tokens = superset.tokens();
        if (call.isEmpty()) {
            Refusal.problem(response, 404, "Embedded dashboards do not ask this.");
        } else if (tokens.isEmpty()) {
            Refusal.problem(response, 404, "Superset is not configured.");
        } else if (call.get().isAnsweredHere()) {
            response.setContentType("application/json");
            response.getWriter().write("{}"); // the page reads JSON, whatever it is
        } else if (call.get().needsToken() && !hasOwnToken(tokens.get(), request)) {
            Refusal.problem(response, 401, "The guest token is missing, has ended or is somebody else's.");
        } else {
            byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                Refusal.problem(response, 413, "A question has at most 256 KB.");
            } else {
                pass(call.get(), request, body, response);
            }
        }
    }

    private boolean hasOwnToken(GuestToken tokens, HttpServletRequest request) {
        String token = request.getHeader(TOKEN);
        return token != null && tokens.isFor(viewer.personId(), token, clock.instant());
    }

    private void pass(AllowedCall call, HttpServletRequest request, byte[] body, HttpServletResponse response)
            throws IOException {
        if (call != AllowedCall.DATA) {
            ask(call, request, body, response);
        } else if (haveTurn()) {
            try {
                ask(call, request, body, response);
            } finally {
                queries.release();
            }
        } else {
            silence(response, 503);
        }
    }

    private boolean haveTurn() {
        try {
            return queries.tryAcquire(TURN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void ask(AllowedCall call, HttpServletRequest request, byte[] body, HttpServletResponse response)
            throws IOException {
        HttpResponse<byte[]> answer;
        try {
            answer = superset.call(question(request, body), LIMIT);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, e.getMessage());
            silence(response, 503);
            return;
        }
        int status = status(call, answer.statusCode());
        if (status != answer.statusCode() || call == AllowedCall.DATA && status >= 400) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    () -> "Superset answered " + request.getRequestURI() + " with " + answer.statusCode() + ": "
                            + words(answer));
            silence(response, status);
            return;
        }
        response.setStatus(status);
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        ANSWERED.forEach(name -> answer.headers().firstValue(name).ifPresent(value -> response.setHeader(name, value)));
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
    }

    /** Where Superset's own database is away it does not know a page it knows, or sends people to sign in. */
    private static int status(AllowedCall call, int status) {
        if (status >= 500 || call == AllowedCall.PAGE && status == 404) {
            return HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        }
        return status >= 300 && status != 304 && status < 400 ? HttpServletResponse.SC_BAD_GATEWAY : status;
    }

    private HttpRequest question(HttpServletRequest request, byte[] body) {
        String query = request.getQueryString();
        HttpRequest.Builder question = HttpRequest.newBuilder(
                        superset.at(request.getRequestURI() + (query == null ? "" : "?" + query)))
                .method(
                        request.getMethod(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        ASKED.forEach(name -> {
            String value = request.getHeader(name);
            if (value != null) {
                question.header(name, value);
            }
        });
        return question.header("X-Forwarded-For", request.getRemoteAddr())
                .header("X-Forwarded-Proto", config.authUrl().getScheme())
                .header("X-Forwarded-Host", config.authUrl().getAuthority())
                .build();
    }

    private static void silence(HttpServletResponse response, int status) throws IOException {
        response.setStatus(status);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write(Json.createObjectBuilder()
                        .add("message", "This chart is not available right now.")
                        .build()
                        .toString());
    }

    private static String words(HttpResponse<byte[]> answer) {
        boolean readable = answer.headers().firstValue("Content-Encoding").isEmpty();
        String text = readable ? new String(answer.body(), StandardCharsets.UTF_8) : "(compressed)";
        return text.substring(0, Math.min(text.length(), 500));
    }
}
