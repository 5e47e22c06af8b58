package dev.curfew.snapshot.store;

import dev.curfew.model.port.Store;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.port.UnitOfWork;
import dev.curfew.model.snapshot.Snapshot;
import dev.curfew.snapshot.json.RecordJson;
import dev.curfew.snapshot.store.known.Reading;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.flywaydb.core.api.FlywayException;

/// A database that holds one workspace's store. Opening never makes a store where there was none, and never writes to
/// one that is not as expected.
public final class SqlDatabase implements AutoCloseable {
    private final Database database;
    private final RecordJson json;
    private final SqlStore store;
    private final SqlUnitOfWork unitOfWork;

    /// What a store must be to be opened.
    ///
    /// @param workspaceId whose it is
    /// @param readOnly whether it is opened for reading only
    /// @param commitsMin how many commits are known to have been made: a store with fewer was rolled back
    public record Expected(String workspaceId, boolean readOnly, long commitsMin) {}

    private SqlDatabase(H2File file, boolean readOnly, InstantSource clock, LongConsumer committed)
            throws SQLException {
        this.database = Database.open(file, readOnly);
        this.json = new RecordJson();
        this.store = new SqlStore(database, json);
        this.unitOfWork = new SqlUnitOfWork(database, json, clock, committed);
    }

    /// Makes a new, empty store and closes it.
    ///
    /// @throws StoreException if that failed
    public static void create(H2File file, String workspaceId) {
        try {
            Schema.migrate(file.creating());
            try (Connection connection = file.writing().getConnection()) {
                WorkspaceTable.insert(connection, workspaceId, Schema.VERSION);
            }
        } catch (SQLException | FlywayException e) {
            throw StoreException.failed(e);
        }
    }

    /// @param committed told the count of commits after each unit of work that wrote
    /// @throws StoreException if it is not as expected, damaged, newer, or in use
    public static SqlDatabase open(H2File file, Expected expected, InstantSource clock, LongConsumer committed) {
        try {
            int version = check(file, expected);
            if (version < Schema.VERSION) {
                Schema.upgrade(file);
            }
            return new SqlDatabase(file, expected.readOnly(), clock, committed);
        } catch (SQLException | FlywayException | PersistenceException e) {
            throw StoreException.damaged(e);
        }
    }

    /// Looks without writing: H2 would make an empty database of a file whose beginning is cut off.
    private static int check(H2File file, Expected expected) throws SQLException {
        WorkspaceTable.Row row;
        try (Connection connection = file.reading().getConnection()) {
            row = WorkspaceTable.read(connection).orElseThrow(StoreException::noContent);
        } catch (SQLException e) {
            if (H2File.isInUse(e)) {
                throw StoreException.inUse(e);
            }
            throw e;
        }
        if (!row.id().equals(expected.workspaceId())) {
            throw StoreException.otherWorkspace();
        }
        if (row.schemaVersion() > Schema.VERSION) {
            throw StoreException.newer(row.schemaVersion(), Schema.VERSION);
        }
        if (row.commits() < expected.commitsMin()) {
            throw StoreException.rolledBack(expected.commitsMin() - row.commits());
        }
        return row.schemaVersion();
    }

    public Store store() {
        return store;
    }

    /// The estate after the sync of this number, with what tells it from every other that there was or could be; empty
    /// where there was no such sync. What it has in common with the newest snapshot are the same objects.
    public Optional<Reading> after(long number) {
        return store.numbered(number);
    }

    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    /// One unit of work with the newest snapshot as it sees it.
    public <T> T readTogether(BiFunction<Transaction, Snapshot, T> reading) {
        return unitOfWork.runInSession((session, transaction) -> {
            SyncPoint newest = new SyncHistory(session, json).newest();
            return reading.apply(transaction, store.at(session, newest).snapshot());
        });
    }

    /// Fills a new store with a snapshot, under its number and time, and with what `rest` adds.
    ///
    /// @throws IllegalStateException if the store holds a snapshot already
    public void restore(Snapshot snapshot, Consumer<Transaction> rest) {
        unitOfWork.runInSession((session, transaction) -> {
            transaction.writing();
            new Restorer(session, json).restore(snapshot);
            rest.accept(transaction);
            return snapshot.number();
        });
    }

    /// Writes what is left and closes the file. Does nothing the second time.
    @Override
    public void close() {
        database.close();
    }
}
