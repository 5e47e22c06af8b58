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
public record Listing<T>(
        String schema, List<Column<T>> columns, Function<T, Map<String, @Nullable Object>> json, String none) {
    public Listing {
        columns = List.copyOf(columns);
    }
}
