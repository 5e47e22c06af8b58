package dev.curfew.snapshot.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.curfew.snapshot.store.row.FactBlockRow;
import dev.curfew.snapshot.store.row.FactEndsRow;
import dev.curfew.snapshot.store.row.RecordRow;
import dev.curfew.snapshot.store.row.SyncRow;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.cfg.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An open database with its pool and Hibernate over it.
final class Database implements AutoCloseable {
    /// One for the unit of work, the rest for screens that read beside it.
    private static final int CONNECTIONS_MAX = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final HikariDataSource pool;
    private final SessionFactory sessions;
    private final boolean readOnly;

    private Database(HikariDataSource pool, SessionFactory sessions, boolean readOnly) {
        this.pool = pool;
        this.sessions = sessions;
        this.readOnly = readOnly;
    }

    /// @throws PersistenceException if the tables are not as the entities map them
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
            Database database = new Database(pool, sessions(pool), readOnly);
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

    private static SessionFactory sessions(DataSource pool) {
        Configuration configuration = new Configuration()
                .addAnnotatedClass(FactBlockRow.class)
                .addAnnotatedClass(FactEndsRow.class)
                .addAnnotatedClass(SyncRow.class)
                .addAnnotatedClass(RecordRow.class);
        configuration.getProperties().put(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, pool);
        return configuration
                .setProperty(AvailableSettings.HBM2DDL_AUTO, "validate")
                .setProperty(AvailableSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT, true)
                .setProperty(AvailableSettings.USE_SECOND_LEVEL_CACHE, false)
                // No orm.xml: without this, starting costs the JAXB context it would be read with.
                .setProperty(AvailableSettings.XML_MAPPING_ENABLED, false)
                .buildSessionFactory();
    }

    boolean readOnly() {
        return readOnly;
    }

    StatelessSession openSession() {
        return sessions.openStatelessSession();
    }

    /// Waits until what is committed is on the disk. With `WRITE_DELAY=0` H2 has handed it to the operating system at
    /// commit, which outlives this process, but not a power failure.
    void sync(StatelessSession session) {
        session.doWork(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("checkpoint sync");
            }
        });
    }

    @Override
    public void close() {
        if (!sessions.isClosed()) {
            sessions.close();
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
