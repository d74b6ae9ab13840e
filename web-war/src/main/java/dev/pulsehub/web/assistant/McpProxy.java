package dev.pulsehub.web.assistant;

import dev.pulsehub.core.access.Assertion;
import dev.pulsehub.core.config.PulseConfig;
import dev.pulsehub.web.session.Refusal;
import dev.pulsehub.web.session.SignedIn;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;

/**
 * {@code /api/mcp} is the MCP service's {@code /mcp}, for a signed-in person or a token. What comes through is the
 * message and the protocol's own headers: no cookie, no token; who asks is said by an assertion of ours.
 */
@WebServlet({"/api/mcp", "/api/mcp/*"})
public class McpProxy extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final System.Logger LOG = System.getLogger(McpProxy.class.getName());
    private static final int MOST_BYTES = 1024 * 1024;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final List<String> ASKED = List.of(
            "Accept",
            "Content-Type",
            "MCP-Protocol-Version",
            "Mcp-Session-Id",
            "Mcp-Method",
            "Mcp-Name",
            "Last-Event-ID");
    private static final List<String> ANSWERED =
            List.of("Content-Type", "Cache-Control", "MCP-Protocol-Version", "Mcp-Session-Id", "Allow", "Retry-After");

    /** A slow tool must not take the threads of the pages. */
    private final transient Semaphore places = new Semaphore(8);

    private final transient HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Inject
    private transient PulseConfig config;

    @Inject
    private transient Clock clock;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (config.mcpUrl().isEmpty()) {
            Refusal.problem(response, 404, "This Pulse-Hub runs without its MCP service: MCP_SERVER_URL is not set.");
        } else if (request.getPathInfo() != null && !request.getPathInfo().equals("/")) {
            Refusal.problem(response, 404, "The MCP service has one address: /api/mcp.");
        } else if (!(request.getUserPrincipal() instanceof SignedIn person)) {
            Refusal.problem(response, 401, "Sign in first, or send an API token.");
        } else if (!places.tryAcquire()) {
            Refusal.unavailable(response, "Too many assistants ask at once; try again in a moment.");
        } else {
            try {
                pass(request, person, response);
            } finally {
                places.release();
            }
        }
    }

    private void pass(HttpServletRequest request, SignedIn person, HttpServletResponse response) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            Refusal.problem(response, 413, "A message has at most 1 MB.");
            return;
        }
        try {
            HttpResponse<InputStream> answer =
                    client.send(question(request, person, body), HttpResponse.BodyHandlers.ofInputStream());
            response.setStatus(answer.statusCode());
            ANSWERED.forEach(
                    name -> answer.headers().firstValue(name).ifPresent(value -> response.setHeader(name, value)));
            try (InputStream from = answer.body()) {
                from.transferTo(response.getOutputStream());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            Refusal.unavailable(response, "Pulse-Hub is stopping.");
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, () -> "The MCP service did not answer: " + e);
            if (!response.isCommitted()) {
                Refusal.unavailable(response, "The MCP service does not answer just now.");
            }
        }
    }

    private HttpRequest question(HttpServletRequest request, SignedIn person, byte[] body) {
        HttpRequest.Builder question = HttpRequest.newBuilder(
                        URI.create(config.mcpUrl().orElseThrow() + "/mcp"))
                .timeout(LIMIT)
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
        return question.header("Authorization", "Assertion " + assertion().sign(person.asker(), clock.instant()))
                .build();
    }

    private Assertion assertion() {
        return new Assertion(List.of(config.authSecret().value()), "pulse-hub-mcp");
    }
}
