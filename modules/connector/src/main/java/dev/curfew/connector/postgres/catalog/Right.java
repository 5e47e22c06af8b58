package dev.curfew.connector.postgres.catalog;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/// One privilege in an access list.
///
/// @param grantee a role's oid; [#EVERYBODY] for `PUBLIC`
/// @param privilege as `aclexplode` names it: `SELECT`
/// @param grantable whether it may be handed on
public record Right(long grantee, String privilege, boolean grantable) {
    /// The oid that stands for `PUBLIC` in access lists.
    public static final long EVERYBODY = 0;

    /// An access list as an array of `grantee:privilege`, with a star behind what may be handed on.
    ///
    /// @param list the column, or what stands for it where it is null: no list means the built-in one
    static String exploded(String list) {
        return "ARRAY(SELECT a.grantee || ':' || a.privilege_type || CASE WHEN a.is_grantable THEN '*' ELSE '' END"
                + " FROM aclexplode(" + list + ") a)";
    }

    static List<Right> of(ResultSet row, String column) throws SQLException {
        return texts(row, column).stream().map(Right::parse).toList();
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }

    private static Right parse(String text) {
        int colon = text.indexOf(':');
        boolean grantable = text.endsWith("*");
        return new Right(
                Long.parseLong(text.substring(0, colon)),
                text.substring(colon + 1, text.length() - (grantable ? 1 : 0)),
                grantable);
    }
}
