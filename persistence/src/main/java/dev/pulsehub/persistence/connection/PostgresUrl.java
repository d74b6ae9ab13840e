package dev.pulsehub.persistence.connection;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An address of the form {@code postgresql://user:password@host:port/database?parameter=value}, as hosts of PostgreSQL
 * print it. User and password are percent-decoded; {@code postgres://} is accepted too.
 *
 * @param parameters pgjdbc's; the prepared statement threshold is 0 unless given, since a pooler may hand the next
 *     transaction to another connection
 */
public record PostgresUrl(
        String host, int port, String database, String user, String password, Map<String, String> parameters) {

    private static final int DEFAULT_PORT = 5432;

    public PostgresUrl {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Reads an address.
     *
     * @throws IllegalArgumentException naming what is wrong, never the password
     */
    public static PostgresUrl parse(String text) {
        URI uri = uri(text.strip());
        if (uri.getHost() == null || uri.getPath() == null || uri.getPath().length() < 2) {
            throw malformed("host and database are needed, and user and password percent-encoded");
        }
        String[] login = Optional.ofNullable(uri.getRawUserInfo())
                .orElseThrow(() -> malformed("user and password are needed"))
                .split(":", 2);
        int port = uri.getPort() == -1 ? DEFAULT_PORT : uri.getPort();
        return new PostgresUrl(
                uri.getHost(),
                port,
                decode(uri.getRawPath().substring(1)),
                decode(login[0]),
                login.length == 2 ? decode(login[1]) : "",
                parameters(uri.getRawQuery()));
    }

    /** The address for pgjdbc, without user and password. */
    public String jdbc() {
        StringBuilder url = new StringBuilder("jdbc:postgresql://%s:%d/%s".formatted(host, port, database));
        char separator = '?';
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            url.append(separator).append(parameter.getKey()).append('=').append(parameter.getValue());
            separator = '&';
        }
        return url.toString();
    }

    @Override
    public String toString() {
        return "postgresql://%s:***@%s:%d/%s".formatted(user, host, port, database);
    }

    private static URI uri(String text) {
        if (!text.startsWith("postgresql://") && !text.startsWith("postgres://")) {
            throw malformed("it must start with postgresql://");
        }
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw malformed("user and password must be percent-encoded (" + e.getReason() + ")");
        }
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("prepareThreshold", "0");
        if (query != null) {
            for (String one : query.split("&", -1)) {
                String[] pair = one.split("=", 2);
                parameters.put(pair[0], pair.length == 2 ? pair[1] : "");
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static IllegalArgumentException malformed(String why) {
        return new IllegalArgumentException(
                "not a PostgreSQL address: " + why + "; the form is postgresql://user:password@host:port/database");
    }
}
