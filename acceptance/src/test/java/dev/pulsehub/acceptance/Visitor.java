package dev.pulsehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A browser without a screen: keeps cookies, says where its forms come from, and follows nothing by itself. */
final class Visitor {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final String web;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Visitor(RunningStack stack) {
        this(stack.address("WEB_URL"));
    }

    /** @param web the web service's address */
    Visitor(String web) {
        this.web = web;
    }

    /** Somebody who signed in at GitHub's page. */
    static Visitor signedIn(RunningStack stack, String login) throws IOException, InterruptedException {
        return signedIn(stack.address("WEB_URL"), login);
    }

    static Visitor signedIn(String web, String login) throws IOException, InterruptedException {
        Visitor visitor = new Visitor(web);
        HttpResponse<String> back = visitor.get(visitor.decide(visitor.leave(""), login, "allow"));
        assertThat(location(back)).isEqualTo("/app");
        return visitor;
    }

    /** The same browser's cookies in other hands. */
    Visitor copy() {
        Visitor copy = new Visitor(web);
        copy.cookies.putAll(cookies);
        return copy;
    }

    Map<String, String> cookies() {
        return cookies;
    }

    /** Goes to GitHub; gives the address there. */
    String leave(String query) throws IOException, InterruptedException {
        HttpResponse<String> answer = get("/api/auth/signin/github" + query);
        assertThat(answer.statusCode()).isEqualTo(302);
        return location(answer);
    }

    /** Decides on GitHub's page; gives the address to come back to. */
    String decide(String address, String login, String decision) throws IOException, InterruptedException {
        URI page = URI.create(address);
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(page.resolve(page.getPath()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                page.getRawQuery() + "&login=" + login + "&decision=" + decision))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return location(answer);
    }

    HttpResponse<String> get(String place) throws IOException, InterruptedException {
        return send(to(place));
    }

    /** Sends a form of a page of ours. */
    HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
        return send(to(path).header("Origin", web)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(fields))));
    }

    int statusOf(String path) throws IOException, InterruptedException {
        return get(path).statusCode();
    }

    /** Opens the line for changes; completed with the code when it is closed. */
    CompletableFuture<Integer> listen() {
        return listen(message -> {});
    }

    /** The same, with what is told. */
    CompletableFuture<Integer> listen(Consumer<String> heard) {
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        HTTP.newWebSocketBuilder()
                .header("Origin", web)
                .header("Cookie", header())
                .buildAsync(URI.create(web.replaceFirst("^http", "ws") + "/app/live"), new WebSocket.Listener() {
                    @Override
                    public @Nullable CompletionStage<?> onText(WebSocket line, CharSequence text, boolean last) {
                        heard.accept(text.toString());
                        line.request(1);
                        return null;
                    }

                    @Override
                    public @Nullable CompletionStage<?> onClose(WebSocket line, int code, String reason) {
                        closed.complete(code);
                        return null;
                    }
                })
                .join();
        return closed;
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
    }

    private HttpRequest.Builder to(String place) {
        return HttpRequest.newBuilder(URI.create(place.startsWith("/") ? web + place : place));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        if (!cookies.isEmpty()) {
            request.header("Cookie", header());
        }
        HttpResponse<String> answer =
                HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
        for (String line : answer.headers().allValues("Set-Cookie")) {
            HttpCookie cookie = HttpCookie.parse(line).getFirst();
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        }
        return answer;
    }

    private String header() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
