package dev.pulsehub.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepsakesTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void a_later_start_finds_what_the_first_made() {
        Keepsakes first = open();
        String secret = first.secret("auth-secret");
        int port = first.port("postgres-port");
        LocalDate day = first.day("demo-first-day", LocalDate.of(2025, 5, 24));

        Keepsakes second = open();
        assertThat(second.secret("auth-secret")).isEqualTo(secret).hasSize(43);
        assertThat(second.port("postgres-port")).isEqualTo(port);
        assertThat(second.day("demo-first-day", LocalDate.of(2026, 1, 1))).isEqualTo(day);
        assertThat(second.secret("webhook-secret")).isNotEqualTo(secret);
    }

    @Test
    void a_port_taken_meanwhile_is_replaced() throws IOException {
        int port = open().port("postgres-port");
        try (ServerSocket other = new ServerSocket(port)) {
            assertThat(open().port("postgres-port")).isNotEqualTo(other.getLocalPort());
        }
    }

    @Test
    void a_busy_port_is_named_with_the_way_out() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            int port = other.getLocalPort();
            assertThatThrownBy(() -> Ports.mustBeFree(port))
                    .hasMessageContaining("Port " + port + " is taken")
                    .hasMessageContaining("WEB_PORT=" + (port + 1));
        }
    }

    @Test
    void secrets_are_readable_by_their_owner_only() throws IOException {
        open().secret("auth-secret");
        assertThat(Files.getPosixFilePermissions(folder.resolve("stack.properties")))
                .hasToString("[OWNER_READ, OWNER_WRITE]");
    }

    @Test
    void one_folder_serves_one_stack() throws IOException {
        try (HomeLock lock = HomeLock.take(folder)) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> HomeLock.take(folder)).hasMessageContaining("already running from " + folder);
        }
        HomeLock.take(folder).close();
    }

    private Keepsakes open() {
        return Keepsakes.in(folder.resolve("stack.properties"));
    }
}
