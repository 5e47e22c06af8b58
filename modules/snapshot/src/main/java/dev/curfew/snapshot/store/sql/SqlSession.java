package dev.curfew.snapshot.store.sql;

import dev.curfew.snapshot.store.StoreException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A connection of the store's, with one transaction after another. Every method throws a [StoreException] where the
/// database fails.
public final class SqlSession implements AutoCloseable {
    private final Connection connection;

    /// @param connection closed with the session; does not commit by itself
    public SqlSession(Connection connection) {
        this.connection = connection;
    }

    public Connection connection() {
        return connection;
    }

    /// All rows, in order.
    ///
    /// @param values for the question marks, as the database takes Java's own types
    public <T> List<T> list(String query, Row<T> row, Object... values) {
        try (PreparedStatement statement = prepared(query, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(row.read(rows));
            }
            return all;
        } catch (SQLException e) {
            throw StoreException.failed(e);
        }
    }

    /// The first row, of which there need be none.
    public <T> Optional<T> first(String query, Row<T> row, Object... values) {
        try (PreparedStatement statement = prepared(query, values);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(row.read(rows)) : Optional.empty();
        } catch (SQLException e) {
            throw StoreException.failed(e);
        }
    }

    /// Inserts, updates or deletes.
    ///
    /// @return how many rows
    public int change(String command, Object... values) {
        try (PreparedStatement statement = prepared(command, values)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw StoreException.failed(e);
        }
    }

    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    public void commit() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw StoreException.failed(e);
        }
    }

    public void rollBack() {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw StoreException.failed(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw StoreException.failed(e);
        }
    }
}
