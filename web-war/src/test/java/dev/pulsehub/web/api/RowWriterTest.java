package dev.pulsehub.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pulsehub.core.report.Column;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowWriterTest {

    private static final List<Column<String>> COLUMNS = List.of(
            Column.of("title", row -> row),
            Column.of("number", row -> -7),
            Column.maybe("author", row -> Optional.<String>empty()),
            Column.texts("labels", row -> List.of("bug", "=cmd")));

    @Test
    void a_formula_in_a_title_is_text_in_a_spreadsheet() {
        assertThat(RowWriter.write(RowFormat.CSV, COLUMNS, List.of("=1+1", "@x", "plain, \"quoted\"")))
                .isEqualTo("""
                        title,number,author,labels
                        '=1+1,-7,,bug;=cmd
                        '@x,-7,,bug;=cmd
                        "plain, ""quoted""\",-7,,bug;=cmd
                        """.replace("\n", "\r\n"));
    }

    @Test
    void json_is_an_array_with_null_for_the_unknown() {
        assertThat(RowWriter.write(RowFormat.JSON, COLUMNS, List.of("a\"b")))
                .isEqualTo("[{\"title\":\"a\\\"b\",\"number\":-7,\"author\":null,\"labels\":[\"bug\",\"=cmd\"]}]");
        assertThat(RowWriter.write(RowFormat.JSON, COLUMNS, List.of())).isEqualTo("[]");
    }

    @Test
    void an_empty_list_still_has_its_heading() {
        assertThat(RowWriter.write(RowFormat.CSV, COLUMNS, List.of())).isEqualTo("title,number,author,labels\r\n");
    }
}
