package dev.pulsehub.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With small programs in Python's place: what is installed, and what is said when it cannot be. */
class PythonEnvironmentTest {

    @TempDir
    Path folder = Path.of("");

    private final List<String> said = new ArrayList<>();
    private SupersetFiles files;

    @BeforeEach
    void unpack() throws IOException {
        files = SupersetFiles.unpackedIn(folder.resolve("superset"));
        Files.createDirectory(folder.resolve("path"));
    }

    @Test
    void the_files_of_superset_travel_with_this_program() {
        assertThat(files.file("provision.py")).isRegularFile();
        assertThat(files.file("gunicorn.conf.py")).isRegularFile();
        assertThat(files.file("assets/dashboards/issue-velocity.yaml")).isRegularFile();
    }

    @Test
    void without_python_it_says_what_to_install() {
        assertThatThrownBy(this::prepare)
                .isInstanceOf(SupersetDidNotStart.class)
                .hasMessageContaining("Python 3.11 is not on this machine")
                .hasMessageContaining("apt-get install python3.11-venv");
    }

    @Test
    void another_python_is_not_taken() throws IOException {
        python("exit 1");

        assertThatThrownBy(this::prepare).hasMessageContaining("Python 3.11 is not on this machine");
    }

    @Test
    void a_python_without_environments_is_named() throws IOException {
        python("[ \"$2\" != venv ]");

        assertThatThrownBy(this::prepare)
                .hasMessageContaining("apt-get install python3.11-venv")
                .hasMessageContaining("superset.log");
    }

    @Test
    void packages_that_cannot_be_had_are_told_and_tried_again_next_time() throws Exception {
        python("[ \"$2\" = venv ] && mkdir -p \"$3/bin\" && printf '#!/bin/sh\nexit 3\n' >\"$3/bin/python\""
                + " && chmod +x \"$3/bin/python\" || true");

        assertThatThrownBy(this::prepare).hasMessageContaining("is PyPI").hasMessageContaining("superset.log");
        assertThatThrownBy(this::prepare).hasMessageContaining("is PyPI");
    }

    @Test
    void what_is_installed_once_is_taken_again() throws Exception {
        python("[ \"$2\" = venv ] && echo made >>" + folder.resolve("made")
                + " && mkdir -p \"$3/bin\" && printf '#!/bin/sh\necho \"$@\" >>%s\n' " + folder.resolve("asked")
                + " >\"$3/bin/python\" && chmod +x \"$3/bin/python\" || true");

        Path python = prepare();

        assertThat(prepare()).isEqualTo(python).isExecutable();
        assertThat(folder.resolve("made")).hasContent("made");
        assertThat(Files.readString(folder.resolve("asked"))).contains("--require-hashes", "--no-deps");
        assertThat(python.toString()).contains(files.lockHash());
        assertThat(said).anyMatch(line -> line.contains("Installing Superset's packages"));
    }

    private Path prepare() throws IOException, InterruptedException {
        Children children = new Children(
                folder.resolve("superset.log"),
                Map.of("PATH", folder.resolve("path").toString()));
        children.see(Map.of("PATH", folder.resolve("path") + ":/usr/bin:/bin"));
        return new PythonEnvironment(children, said::add).prepared(files, folder.resolve("environments"));
    }

    private void python(String body) throws IOException {
        Path program = folder.resolve("path/python3.11");
        Files.writeString(program, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
