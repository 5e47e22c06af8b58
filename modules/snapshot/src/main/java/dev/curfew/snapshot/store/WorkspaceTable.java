package dev.curfew.snapshot.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/// The one row that says whose store this is, in which shape, and how often it was written. Plain JDBC, because it is
/// read before anything else may be trusted.
final class WorkspaceTable {

    private WorkspaceTable() {}

    /// @param commits units of work that wrote
    record Row(String id, int schemaVersion, long commits) {}

    /// Empty if there is no such table or row.
    static Optional<Row> read(Connection connection) throws SQLException {
        if (!exists(connection)) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id, schema_version, commits from workspace")) {
            return rows.next()
                    ? Optional.of(new Row(rows.getString(1), rows.getInt(2), rows.getLong(3)))
                    : Optional.empty();
        }
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                        "select 1 from information_schema.tables where lower(table_name) = 'workspace'"
                                + " and table_type = 'BASE TABLE'");
                ResultSet rows = query.executeQuery()) {
            return rows.next();
        }
    }

    static void insert(Connection connection, String id, int schemaVersion) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into workspace (id, schema_version, commits) values (?, ?, 0)")) {
            insert.setString(1, id);
            insert.setInt(2, schemaVersion);
            insert.executeUpdate();
        }
    }

    static void setSchemaVersion(Connection connection, int schemaVersion) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update workspace set schema_version = ?")) {
            update.setInt(1, schemaVersion);
            update.executeUpdate();
        }
    }

    /// The count with this commit.
    static long countCommit(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("update workspace set commits = commits + 1");
            try (ResultSet rows = statement.executeQuery("select commits from workspace")) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
