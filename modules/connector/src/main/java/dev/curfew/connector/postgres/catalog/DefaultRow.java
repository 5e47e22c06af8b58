package dev.curfew.connector.postgres.catalog;

import java.util.List;

/// What will be granted on things that a role makes from now on.
///
/// @param maker a role's oid
/// @param schema empty for all
/// @param things `tables`, `sequences`, `functions`, `types`, `schemas`, `large objects`
public record DefaultRow(long maker, String schema, String things, List<Right> rights) {
    public DefaultRow {
        rights = List.copyOf(rights);
    }
}
