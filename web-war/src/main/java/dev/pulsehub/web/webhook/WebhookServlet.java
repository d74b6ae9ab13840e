package dev.pulsehub.web.webhook;

import dev.pulsehub.core.config.PulseConfig;
import dev.pulsehub.core.config.Secret;
import dev.pulsehub.core.ingest.WebhookSignature;
import dev.pulsehub.persistence.connection.DatabaseFailed;
import dev.pulsehub.web.session.Refusal;
import dev.pulsehub.web.wiring.Inbox;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** Takes GitHub's deliveries: signature first, then the inbox, then 202; whatever they mean is worked out later. */
@WebServlet("/api/webhooks/github")
public class WebhookServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final int MOST_BYTES = 25 * 1024 * 1024;

    @Inject
    private transient PulseConfig config;

    @Inject
    private transient Inbox inbox;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<Secret> secret = config.webhookSecret();
        if (secret.isEmpty()) {
            Refusal.problem(response, 404, "No webhook is set up: GITHUB_WEBHOOK_SECRET is not set.");
            return;
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            Refusal.problem(response, 413, "A delivery has at most 25 MB.");
        } else if (!new WebhookSignature(secret.get().value())
                .matches(body, request.getHeader("X-Hub-Signature-256"))) {
            Refusal.problem(response, 401, "The signature does not match. Check the webhook's secret.");
        } else {
            take(request, response, body);
        }
    }

    private void take(HttpServletRequest request, HttpServletResponse response, byte[] body) throws IOException {
        String event = request.getHeader("X-GitHub-Event");
        Optional<UUID> id = deliveryId(request.getHeader("X-GitHub-Delivery"));
        if (event == null || event.isBlank() || id.isEmpty()) {
            Refusal.problem(response, 400, "X-GitHub-Event and X-GitHub-Delivery are needed.");
            return;
        }
        try {
            inbox.accept(id.get(), event, body);
            response.setStatus(HttpServletResponse.SC_ACCEPTED);
        } catch (DatabaseFailed e) {
            Refusal.unavailable(response, "The delivery could not be stored. Deliver it again.");
        }
    }

    private static Optional<UUID> deliveryId(String header) {
        try {
            return header == null ? Optional.empty() : Optional.of(UUID.fromString(header));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
