package dev.curfew.app.cli.output;

import java.util.function.Function;

/// A column of a table.
///
/// @param title its words
/// @param cell the cell's text for a row
/// @param whole whether it is never cut: ids, which somebody copies
public record Column<T>(String title, Function<T, String> cell, boolean whole) {

    public static <T> Column<T> whole(String title, Function<T, String> cell) {
        return new Column<>(title, cell, true);
    }

    public static <T> Column<T> of(String title, Function<T, String> cell) {
        return new Column<>(title, cell, false);
    }
}
