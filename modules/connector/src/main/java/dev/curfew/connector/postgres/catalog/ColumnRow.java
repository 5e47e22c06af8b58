package dev.curfew.connector.postgres.catalog;

import java.util.List;

/// A right on some columns of a relation only.
///
/// @param right with its grantee
/// @param columns sorted
public record ColumnRow(String schema, String relation, ThingKind kind, long owner, Right right, List<String> columns) {
    public ColumnRow {
        columns = columns.stream().sorted().toList();
    }
}
