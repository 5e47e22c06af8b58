package dev.curfew.app.cli.output;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How things of one sort are listed.
///
/// @param schema `curfew.<thing>/<version>`; the version rises when a field goes or changes its meaning
/// @param columns of the table
/// @param json the fields of an item
/// @param none what a table says instead when there is nothing
/// @param lines of an item, where a table has no place for it; otherwise null
public record Listing<T>(
        String schema,
        List<Column<T>> columns,
        Function<T, Map<String, @Nullable Object>> json,
        String none,
        @Nullable Function<T, List<String>> lines) {
    public Listing {
        columns = List.copyOf(columns);
    }

    public Listing(
            String schema, List<Column<T>> columns, Function<T, Map<String, @Nullable Object>> json, String none) {
        this(schema, columns, json, none, null);
    }

    /// Of which each has some lines of its own.
    public static <T> Listing<T> ofLines(
            String schema,
            Function<T, List<String>> lines,
            Function<T, Map<String, @Nullable Object>> json,
            String none) {
        return new Listing<>(schema, List.of(), json, none, lines);
    }
}
