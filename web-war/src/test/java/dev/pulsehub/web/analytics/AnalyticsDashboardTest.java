package dev.pulsehub.web.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What web embeds is what Superset is given. */
class AnalyticsDashboardTest {

    private static final Path FILES = Path.of("../superset/assets/dashboards");

    @ParameterizedTest
    @EnumSource
    void has_the_ids_of_its_files(AnalyticsDashboard dashboard) throws IOException {
        assertThat(Files.readAllLines(FILES.resolve(dashboard.slug() + ".yaml")))
                .contains("uuid: " + dashboard.wide(), "slug: " + dashboard.slug());
        assertThat(Files.readAllLines(FILES.resolve(dashboard.slug() + "-narrow.yaml")))
                .contains("uuid: " + dashboard.narrow());
    }

    @Test
    void every_file_is_shown() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            List<String> slugs = Stream.of(AnalyticsDashboard.values())
                    .flatMap(one -> Stream.of(one.slug(), one.slug() + "-narrow"))
                    .map(slug -> slug + ".yaml")
                    .toList();
            assertThat(files.map(Path::getFileName).map(Path::toString)).containsExactlyInAnyOrderElementsOf(slugs);
        }
    }
}
