package dev.pulsehub.core.github;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.Response;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.glassfish.jersey.jnh.connector.JavaNetHttpConnectorProvider;
import org.jspecify.annotations.Nullable;

/** Carries requests to one GitHub and nowhere else; follows its redirects itself, with the token, on that host only. */
final class Transport {

    private static final int MOST_REDIRECTS = 3;
    private static final long MOST_BYTES = 64L << 20;
    private static final long BODY_SECONDS = 60;
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("github-body-limit").factory());

    private final URI api;
    private final String authorization;
    private final GitHubHttp http;

    Transport(URI api, String token) {
        this(api, token, connections(api, Duration.ofSeconds(30)));
    }

    /** @param http from {@link #connections}; knows no token and may be shared */
    Transport(URI api, String token, GitHubHttp http) {
        this.api = api;
        this.authorization = "Bearer " + token;
        this.http = http;
    }

    /** @param patience how long an answer may take to begin */
    static GitHubHttp connections(URI api, Duration patience) {
        return RestClientBuilder.newBuilder()
                .baseUri(api)
                .connectTimeout(5, TimeUnit.SECONDS)
                .readTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .property("microprofile.rest.client.disable.default.mapper", true)
                .register(new JavaNetHttpConnectorProvider())
                .register(new Addressing())
                .register(new BoundedBody())
                .build(GitHubHttp.class);
    }

    /** Asks; the answer must be closed. */
    Response get(String target, Optional<String> etag) throws IOException {
        return follow(resolve(target), address -> http.get(address, authorization, etag.orElse(null)));
    }

    Response post(String target, String body) throws IOException {
        return follow(resolve(target), address -> http.post(address, authorization, body));
    }

    private interface Call {
        Response to(String address);
    }

    private static boolean isRedirect(int status) {
        return status == 301 || status == 302 || status == 307 || status == 308;
    }

    private Response follow(URI first, Call call) throws IOException {
        URI address = first;
        for (int redirects = 0; ; redirects++) {
            Response response = send(call, address);
            if (!isRedirect(response.getStatus()) || redirects == MOST_REDIRECTS) {
                return response;
            }
            String location = response.getHeaderString("Location");
            response.close();
            address = resolve(location == null ? "" : location);
        }
    }

    private static Response send(Call call, URI address) throws IOException {
        try {
            return call.to(address.toString());
        } catch (ProcessingException e) {
            throw new IOException(String.valueOf(e.getMessage()), e);
        }
    }

    /** The address, if it is on our GitHub: the token goes nowhere else. */
    private URI resolve(String target) {
        URI base = URI.create(api.toString().endsWith("/") ? api.toString() : api + "/");
        URI address = base.resolve(target.startsWith("/") ? target.substring(1) : target);
        if (!api.getScheme().equals(address.getScheme())
                || !api.getHost().equals(address.getHost())
                || address.getPort() != api.getPort()) {
            throw new GitHubRefused(
                    0, "GitHub at " + api + " sent us to another place, " + address + ", where its token must not go");
        }
        return address;
    }

    private static final class Addressing implements ClientRequestFilter {
        @Override
        public void filter(ClientRequestContext request) {
            request.setUri(URI.create(request.getHeaderString(GitHubHttp.TARGET)));
            request.getHeaders().remove(GitHubHttp.TARGET);
            request.getHeaders().putSingle("Accept", "application/vnd.github+json");
            request.getHeaders().putSingle("User-Agent", "pulse-hub");
            request.getHeaders().putSingle("X-GitHub-Api-Version", "2022-11-28");
        }
    }

    /** Read time-outs end with the headers; this ends a body that stalls or never ends. */
    private static final class BoundedBody implements ClientResponseFilter {
        @Override
        public void filter(ClientRequestContext request, ClientResponseContext response) {
            InputStream body = response.getEntityStream();
            if (body != null) {
                response.setEntityStream(new Bounded(body));
            }
        }
    }

    private static final class Bounded extends FilterInputStream {
        private final Future<?> deadline;
        private long left = MOST_BYTES;

        Bounded(InputStream body) {
            super(body);
            deadline = CLOCK.schedule(() -> cut(body), BODY_SECONDS, TimeUnit.SECONDS);
        }

        private static @Nullable Void cut(InputStream body) throws IOException {
            body.close();
            return null;
        }

        @Override
        public int read() throws IOException {
            return counted(in.read(), 1);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            return counted(read, read);
        }

        private int counted(int result, int bytes) throws IOException {
            if (result < 0) {
                deadline.cancel(false);
                return result;
            }
            left -= bytes;
            if (left < 0) {
                throw new IOException("GitHub's answer is longer than " + MOST_BYTES + " bytes");
            }
            return result;
        }

        @Override
        public void close() throws IOException {
            deadline.cancel(false);
            super.close();
        }
    }
}
