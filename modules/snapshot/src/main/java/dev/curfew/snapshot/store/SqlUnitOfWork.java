package dev.curfew.snapshot.store;

import dev.curfew.model.port.Transaction;
import dev.curfew.model.port.UnitOfWork;
import dev.curfew.snapshot.json.RecordJson;
import jakarta.persistence.PersistenceException;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.hibernate.StatelessSession;

/// Runs units one after another, each in one database transaction. A unit that returned is on the disk.
final class SqlUnitOfWork implements UnitOfWork {
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Database database;
    private final RecordJson json;
    private final InstantSource clock;
    private final LongConsumer committed;

    /// @param committed told the store's count of commits after each that wrote
    SqlUnitOfWork(Database database, RecordJson json, InstantSource clock, LongConsumer committed) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.committed = committed;
    }

    /// @throws IllegalStateException if the work runs another unit
    /// @throws StoreException if the database failed, or something was to be written to a read-only store
    @Override
    public <T> T run(Function<Transaction, T> work) {
        return runInSession((_, transaction) -> work.apply(transaction));
    }

    /// For what the store itself does within a unit.
    <T> T runInSession(BiFunction<StatelessSession, SqlTransaction, T> work) {
        if (turn.isHeldByCurrentThread()) {
            throw new IllegalStateException("a unit of work does not run within another");
        }
        turn.lock();
        try (StatelessSession session = database.openSession()) {
            return inTransaction(session, work);
        } catch (PersistenceException e) {
            throw StoreException.failed(e);
        } finally {
            turn.unlock();
        }
    }

    private <T> T inTransaction(StatelessSession session, BiFunction<StatelessSession, SqlTransaction, T> work) {
        SqlTransaction transaction = new SqlTransaction(session, json, clock, database.readOnly());
        session.beginTransaction();
        try {
            T result = work.apply(session, transaction);
            transaction.end();
            commit(session);
            return result;
        } catch (RuntimeException | Error e) {
            transaction.end();
            rollBack(session, e);
            throw e;
        }
    }

    private void commit(StatelessSession session) {
        if (session.doReturningWork(H2File::hasChanges)) {
            long commits = session.doReturningWork(WorkspaceTable::countCommit);
            session.getTransaction().commit();
            database.sync(session);
            committed.accept(commits);
        } else {
            session.getTransaction().commit();
        }
    }

    private static void rollBack(StatelessSession session, Throwable because) {
        try {
            if (session.getTransaction().isActive()) {
                session.getTransaction().rollback();
            }
        } catch (PersistenceException e) {
            because.addSuppressed(e);
        }
    }
}
