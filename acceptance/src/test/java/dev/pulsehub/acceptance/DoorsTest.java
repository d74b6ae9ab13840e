package dev.pulsehub.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The list of what is asked in whose name is the list of what there is to ask. */
class DoorsTest {

    @Test
    void whatever_answers_somebody_stands_in_the_access_matrix() throws IOException {
        Set<String> listed = Door.all().stream().map(Door::element).collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed)
                .as("access-matrix.csv: add a line for what is new, take out what is gone")
                .isEqualTo(Doors.built());
    }

    @Test
    void every_kind_of_door_was_found() throws IOException {
        assertThat(Doors.built().stream()
                        .map(door -> door.replaceFirst("[^ ]+$", "").strip()))
                .contains("view", "servlet web", "servlet mcp", "socket", "rest", "tool", "dashboard");
    }
}
