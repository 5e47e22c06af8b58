package dev.curfew.connector.postgres.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/// Objects of one kind, in one schema, of one owner, with one access list: what is granted on one is granted on all.
///
/// @param schema empty where the kind lies in none
/// @param owner a role's oid
/// @param names sorted; a function's with the types of its arguments
/// @param rights the access list, the built-in one where none was set
/// @param marks what else holds for all of them
public record Things(
        ThingKind kind, String schema, long owner, List<String> names, List<Right> rights, Map<String, String> marks) {
    public Things {
        names = names.stream().sorted().toList();
        rights = List.copyOf(rights);
        marks = Map.copyOf(marks);
    }

    /// Of a row that says `owner` and `rights`.
    static Things of(ThingKind kind, String schema, List<String> names, ResultSet row, Map<String, String> marks)
            throws SQLException {
        return new Things(kind, schema, row.getLong("owner"), names, Right.of(row, "rights"), marks);
    }

    public boolean is(String mark) {
        return "true".equals(marks.get(mark));
    }
}
