package dev.curfew.snapshot.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.curfew.snapshot.store.sql.SqlSession;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An open database with its pool.
final class Database implements AutoCloseable {
    /// One for the unit of work, the rest for screens that read beside it.
    private static final int CONNECTIONS_MAX = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final HikariDataSource pool;
    private final boolean readOnly;

    private Database(HikariDataSource pool, boolean readOnly) {
        this.pool = pool;
        this.readOnly = readOnly;
    }

    /// @throws SQLException if the database does not open
    static Database open(H2File file, boolean readOnly) throws SQLException {
        HikariDataSource pool = pool(readOnly ? file.reading() : file.writing());
        boolean opened = false;
        try {
            if (!readOnly) {
                try (Connection connection = pool.getConnection()) {
                    H2File.appendOnly(connection);
                }
            }
            Database database = new Database(pool, readOnly);
            opened = true;
            return database;
        } finally {
            if (!opened) {
                pool.close();
            }
        }
    }

    /// H2 closes its file with the last connection, so one is always held.
    private static HikariDataSource pool(DataSource source) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName("curfew");
        config.setMaximumPoolSize(CONNECTIONS_MAX);
        config.setMinimumIdle(1);
        config.setMaxLifetime(0);
        config.setAutoCommit(false);
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw new SQLException(e);
        }
    }

    boolean readOnly() {
        return readOnly;
    }

    SqlSession openSession() {
        try {
            return new SqlSession(pool.getConnection());
        } catch (SQLException e) {
            throw StoreException.failed(e);
        }
    }

    /// Waits until what is committed is on the disk. With `WRITE_DELAY=0` H2 has handed it to the operating system at
    /// commit, which outlives this process, but not a power failure.
    static void sync(SqlSession session) {
        session.change("checkpoint sync");
    }

    @Override
    public void close() {
        if (!pool.isClosed()) {
            try (pool) {
                reclaim();
            }
        }
    }

    private void reclaim() {
        if (!readOnly) {
            try (Connection connection = pool.getConnection()) {
                H2File.reclaim(connection);
            } catch (SQLException e) {
                LOG.warn("the database file was not made smaller; nothing of it is lost", e);
            }
        }
    }
}
