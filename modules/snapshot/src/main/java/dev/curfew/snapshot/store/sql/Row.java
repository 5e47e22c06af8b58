package dev.curfew.snapshot.store.sql;

import java.sql.ResultSet;
import java.sql.SQLException;

/// Makes a value of the row that a result stands at.
@FunctionalInterface
public interface Row<T> {
    T read(ResultSet at) throws SQLException;
}
