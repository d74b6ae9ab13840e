package dev.pulsehub.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresIT {

    @TempDir
    Path directory;

    @Test
    void a_second_start_finds_the_rows_and_the_addresses_of_the_first() throws SQLException {
        DatabaseUrls first;
        int port;
        try (EmbeddedPostgres server = start(0)) {
            port = server.port();
            first = server.createDatabase("pulse");
            execute(server, "create table kept as select 42 as answer");
        }

        try (EmbeddedPostgres server = start(port)) {
            assertThat(server.createDatabase("pulse")).isEqualTo(first);
            assertThat(ask(server, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void the_server_is_durable_sorts_alike_everywhere_and_listens_on_loopback_only() throws SQLException {
        try (EmbeddedPostgres server = start(0)) {
            assertThat(ask(server, "show fsync")).isEqualTo("on");
            assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "show listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(
                            server,
                            "select datlocprovider::text || datlocale from pg_database where datname = 'postgres'"))
                    .isEqualTo("bC.UTF-8");
            assertThat(ask(server, "select count(*) from pg_hba_file_rules where auth_method = 'trust'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void a_service_of_its_own_sees_its_own_database_only() throws SQLException {
        try (EmbeddedPostgres server = start(0)) {
            DatabaseUrls product = server.createDatabase("pulse");
            String own = server.createOwnDatabase("superset");

            assertThat(server.createOwnDatabase("superset")).isEqualTo(own);
            try (Connection login = connect(own)) {
                login.createStatement().execute("create table made (x int)");
            }
            assertThatThrownBy(() ->
                            connect(own.replaceFirst("superset$", "pulse")).close())
                    .hasMessageContaining("permission denied");
            assertThat(product.owner()).isNotEqualTo(own);
        }
    }

    @Test
    void a_login_that_was_made_without_a_password_is_let_in() throws SQLException {
        try (EmbeddedPostgres server = start(0)) {
            server.createDatabase("pulse");
            execute(server, "create role reader login");

            try (Connection login = connect(server.openLogin("reader", "pulse"))) {
                assertThat(login.isValid(5)).isTrue();
            }
        }
    }

    @Test
    void passwords_are_readable_by_their_owner_only() throws Exception {
        try (EmbeddedPostgres server = start(0)) {
            server.createDatabase("pulse");

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("data.secrets"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_server_left_behind_by_a_killed_program_is_taken_over_on_another_port() throws Exception {
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedPostgresIT.class.getName(),
                        directory.resolve("data").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(killed.inputReader().readLine()).isEqualTo("started");
        killed.destroyForcibly().waitFor(10, TimeUnit.SECONDS);

        try (EmbeddedPostgres server = start(0)) {
            assertThat(ask(server, "select answer from kept")).isEqualTo("42");
        }
    }

    @Test
    void a_directory_another_program_serves_is_left_alone() throws SQLException {
        try (EmbeddedPostgres server = start(0)) {
            assertThatThrownBy(() -> start(0))
                    .isInstanceOf(PostgresDidNotStart.class)
                    .hasMessageContaining("Another running program uses");

            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void a_number_left_in_the_file_by_a_power_cut_harms_no_other_program() throws Exception {
        start(0).close();
        Process bystander = new ProcessBuilder("sleep", "60").start();
        Files.writeString(directory.resolve("data/postmaster.pid"), bystander.pid() + "\n");

        try (EmbeddedPostgres server = start(0)) {
            assertThat(ask(server, "select 1")).isEqualTo("1");
            assertThat(bystander.isAlive()).isTrue();
        } finally {
            bystander.destroy();
        }
    }

    @Test
    void root_may_hand_the_server_to_nobody_where_nobody_can_reach_it() throws Exception {
        assumeTrue(isRoot(), "only root can become nobody");
        EmbeddedPostgres.Builder handedOver = EmbeddedPostgres.builder()
                .dataDirectory(directory.resolve("data"))
                .binariesDirectory(directory.resolve("programs"))
                .rootless(Rootless.NOBODY);
        assertThatThrownBy(handedOver::start) // a temporary directory is its owner's only
                .isInstanceOf(PostgresDidNotStart.class)
                .hasMessageContaining("cannot be run by the user nobody");

        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (EmbeddedPostgres server = handedOver.start()) {
            assertThat(ask(server, "select 1")).isEqualTo("1");
            assertThat(Files.getAttribute(directory.resolve("data"), "unix:uid"))
                    .isEqualTo(65534);
        }
    }

    @Test
    void an_ordinary_user_starts_it_directly() throws Exception {
        assumeTrue(isRoot(), "every other test of this class shows it already");
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
        String classPath = readableByAll(System.getProperty("java.class.path"));

        Process ordinary = new ProcessBuilder(
                        "setpriv",
                        "--reuid=65534",
                        "--regid=65534",
                        "--clear-groups",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.home=" + directory,
                        "-cp",
                        classPath,
                        EmbeddedPostgresIT.class.getName(),
                        directory.resolve("data").toString(),
                        "once")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();

        assertThat(ordinary.inputReader().readLine()).isEqualTo("started");
        assertThat(ordinary.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.getAttribute(directory.resolve("data"), "unix:uid")).isEqualTo(65534);
    }

    private String readableByAll(String classPath) throws IOException {
        Path copies = Files.createDirectory(directory.resolve("classes"));
        List<String> copied = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            if (Files.isDirectory(Path.of(entry)) || entry.contains("arm64")) {
                copied.add(entry);
            } else {
                copied.add(
                        Files.copy(Path.of(entry), copies.resolve(Path.of(entry).getFileName()))
                                .toString());
            }
        }
        return String.join(File.pathSeparator, copied);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    @Test
    void a_busy_port_is_named() throws Exception {
        try (ServerSocket busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(busy.getLocalPort()))
                    .isInstanceOf(PostgresDidNotStart.class)
                    .hasMessageContaining("Port " + busy.getLocalPort() + " is taken");
        }
    }

    /** The program of an ordinary user, and the one that is killed. */
    public static void main(String[] arguments) throws Exception {
        EmbeddedPostgres server =
                EmbeddedPostgres.builder().dataDirectory(Path.of(arguments[0])).start();
        execute(server, "create table kept as select 42 as answer");
        System.out.println("started");
        if (arguments.length == 1) {
            Thread.sleep(60_000);
        }
    }

    private EmbeddedPostgres start(int port) {
        return EmbeddedPostgres.builder()
                .dataDirectory(directory.resolve("data"))
                .port(port)
                .start();
    }

    private static Connection connect(String url) throws SQLException {
        URI uri = URI.create(url);
        String[] login = uri.getUserInfo().split(":", 2);
        return Databases.connect(uri.getPort(), uri.getPath().substring(1), login[0], login[1]);
    }

    private static void execute(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection admin = server.connectAsAdmin()) {
            admin.createStatement().execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection admin = server.connectAsAdmin();
                ResultSet rows = admin.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
