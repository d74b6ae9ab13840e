package dev.pulsehub.web.limit;

import dev.pulsehub.web.faces.RequestPath;
import dev.pulsehub.web.session.BearerToken;
import dev.pulsehub.web.session.Refusal;
import dev.pulsehub.web.session.SignedIn;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Says on every answer of the interfaces how much its asker may still ask, in the fields of
 * draft-ietf-httpapi-ratelimit-headers-07, and refuses what is too much. Not counted are GitHub's deliveries, what
 * monitors ask, Superset's files, and strangers on this machine.
 */
public class LimitFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final int TOO_MANY = 429;

    @Inject
    private transient RateLimits limits;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Allowance> allowance =
                isCounted(RequestPath.of(request)) ? asking(request).map(limits::take) : Optional.empty();
        allowance.ifPresent(one -> tell(response, one));
        if (allowance.filter(Allowance::refused).isPresent()) {
            long seconds = allowance.get().retrySeconds();
            response.setHeader("Retry-After", Long.toString(seconds));
            Refusal.problem(
                    response,
                    TOO_MANY,
                    "These are more than " + allowance.get().limit() + " requests a minute. Go on in " + seconds
                            + " s, and ask for more rows at a time.");
            return;
        }
        chain.doFilter(request, response);
    }

    static boolean isCounted(String path) {
        return path.equals("/signin")
                || path.startsWith("/api/")
                        && !path.equals("/api/health")
                        && !path.startsWith("/api/proxy/")
                        && !path.startsWith("/api/webhooks/")
                        && !path.startsWith("/api/superset/");
    }

    private static Optional<Asking> asking(HttpServletRequest request) {
        if (!(request.getUserPrincipal() instanceof SignedIn person)) {
            return ClientAddress.of(request.getRemoteAddr(), request.getHeader("X-Forwarded-For"))
                    .map(Asking::address);
        }
        return Optional.of(
                person.sessionId() != 0
                        ? Asking.person(person.personId())
                        : BearerToken.of(request)
                                .map(token -> Asking.token(token))
                                .orElseGet(() -> Asking.person(person.personId())));
    }

    private static void tell(HttpServletResponse response, Allowance allowance) {
        response.setHeader("RateLimit-Policy", allowance.limit() + ";w=60");
        response.setHeader("RateLimit-Limit", Long.toString(allowance.limit()));
        response.setHeader("RateLimit-Remaining", Long.toString(allowance.remaining()));
        response.setHeader("RateLimit-Reset", Long.toString(allowance.resetSeconds()));
    }
}
