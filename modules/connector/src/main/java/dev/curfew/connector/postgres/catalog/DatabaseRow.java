package dev.curfew.connector.postgres.catalog;

import java.util.List;

/// A database.
///
/// @param owner a role's oid
/// @param open whether it takes connections at all
/// @param ours whether the reading role may connect to it
/// @param rights the access list
public record DatabaseRow(
        long oid, String name, long owner, boolean open, boolean template, boolean ours, List<Right> rights) {
    public DatabaseRow {
        rights = List.copyOf(rights);
    }
}
