package dev.curfew.app.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextTableTest {
    private record Row(String id, String name, String why) {}

    private static final TextTable<Row> TABLE = new TextTable<>(
            List.of(Column.whole("ID", Row::id), Column.of("NAME", Row::name), Column.of("WHY", Row::why)));

    private static final List<Row> ROWS = List.of(
            new Row("aws:role/a", "a", "because of this"), new Row("aws:role/longer", "a longer name", "because"));

    @Test
    void columnsAreAlignedAndLinesEndWithoutBlanks() {
        assertThat(TABLE.lines(ROWS, Optional.empty(), false))
                .containsExactly(
                        "ID               NAME           WHY",
                        "aws:role/a       a              because of this",
                        "aws:role/longer  a longer name  because");
    }

    @Test
    void whatIsTooWideIsCutAndIdsNever() {
        assertThat(TABLE.lines(ROWS, Optional.of(36), false))
                .containsExactly(
                        "ID               NAME      WHY",
                        "aws:role/a       a         because …",
                        "aws:role/longer  a longe…  because");
    }

    @Test
    void aTerminalTooNarrowForTheIdsGetsThemWholeAllTheSame() {
        assertThat(TABLE.lines(ROWS, Optional.of(10), false).get(2)).startsWith("aws:role/longer  ");
    }

    @Test
    void aCellIsOneLine() {
        assertThat(TABLE.lines(List.of(new Row("x", "two\n  lines", "")), Optional.empty(), false))
                .containsExactly("ID  NAME       WHY", "x   two lines");
    }

    @Test
    void onlyTheTitlesAreBold() {
        assertThat(TABLE.lines(ROWS, Optional.empty(), true))
                .filteredOn(line -> line.contains("\u001b"))
                .containsExactly("\u001b[1mID               NAME           WHY\u001b[0m");
    }
}
