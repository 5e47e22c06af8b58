package dev.curfew.connector.postgres.link;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// One session with one database. One thread uses it; cancel by interrupting that. After a failure of the network, or a
/// limit of ours, it is of no more use.
public final class PgSession implements AutoCloseable {
    /// Rows that the driver holds at a time, while it is handed them one by one.
    private static final int ROWS_AT_A_TIME = 5_000;

    /// More would take gigabytes; nobody governs that many by looking at them.
    static final int ROWS_MAX = 2_000_000;

    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private final Connection connection;
    private final PgLimits limits;
    private final int version;

    /// @param version as `server_version_num`: 180006
    PgSession(Connection connection, PgLimits limits, int version) {
        this.connection = connection;
        this.limits = limits;
        this.version = version;
    }

    /// What is made of one row. The driver's thread calls it.
    @FunctionalInterface
    public interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    /// Whether the server is of this major version, or a later one.
    public boolean isAtLeast(int major) {
        return version >= major * 10_000;
    }

    /// All rows of a query.
    ///
    /// @param parameters text, numbers and truth values
    public <T> List<T> rows(String sql, Row<T> row, Object... parameters) throws PgException, InterruptedException {
        return call(() -> {
            try (PreparedStatement statement = prepare(sql, parameters);
                    ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    if (rows.size() == ROWS_MAX) {
                        throw new SQLException(String.valueOf(ROWS_MAX), Failures.TOO_LARGE);
                    }
                    rows.add(row.of(result));
                }
                return rows;
            }
        });
    }

    /// The first column of the only row.
    public String one(String sql, Object... parameters) throws PgException, InterruptedException {
        return rows(sql, row -> String.valueOf(row.getString(1)), parameters).getFirst();
    }

    /// Whether the only row says `true`.
    public boolean is(String sql, Object... parameters) throws PgException, InterruptedException {
        return rows(sql, row -> row.getBoolean(1), parameters).getFirst();
    }

    /// Runs a statement that changes something. Names and values that PostgreSQL takes as parameters nowhere in it are
    /// quoted by [Quoted].
    public void run(String sql) throws PgException, InterruptedException {
        call(() -> {
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
                return true;
            }
        });
    }

    /// From here on one transaction, whose rows come a few at a time.
    void asOfOneMoment() throws PgException, InterruptedException {
        call(() -> {
            connection.setAutoCommit(false);
            return true;
        });
    }

    /// What follows is done whole, or not at all.
    public void begin() throws PgException, InterruptedException {
        run("BEGIN");
    }

    public void commit() throws PgException, InterruptedException {
        run("COMMIT");
    }

    private PreparedStatement prepare(String sql, Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setFetchSize(ROWS_AT_A_TIME);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private <T> T call(Bounded.Work<T> work) throws PgException, InterruptedException {
        return Bounded.call(limits.answer(), work, this::abort);
    }

    private void abort() {
        abort(connection);
    }

    static void abort(@Nullable Connection connection) {
        if (connection == null) {
            return;
        }
        try (var thread = Executors.newVirtualThreadPerTaskExecutor()) {
            connection.abort(thread);
        } catch (SQLException _) {
            // It is broken already, which is what was wanted.
        }
    }

    /// Says goodbye, and does not wait for an answer to it.
    @Override
    public void close() {
        boolean interrupted = Thread.interrupted();
        try {
            Bounded.call(
                    GOODBYE,
                    () -> {
                        connection.close();
                        return true;
                    },
                    this::abort);
        } catch (PgException _) {
            abort();
        } catch (InterruptedException _) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
