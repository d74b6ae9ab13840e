package dev.pulsehub.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Run with {@code -Dpulsehub.snapshots=write} to write the files anew. */
class CatalogueFilesTest {

    @ParameterizedTest
    @MethodSource("files")
    void a_file_says_what_the_catalogue_says(Path file) throws IOException {
        String text = CatalogueFiles.all().get(file);

        if ("write".equals(System.getProperty("pulsehub.snapshots"))) {
            Files.writeString(file, text);
        }

        assertThat(Files.readString(file))
                .as(file + " is written from the catalogue; write it anew with -Dpulsehub.snapshots=write")
                .isEqualTo(text);
    }

    static Set<Path> files() {
        return CatalogueFiles.all().keySet();
    }
}
