package dev.curfew.app.usecase.source;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.observation.SyncSummary;
import dev.curfew.model.port.ChangeFeed;
import dev.curfew.model.port.Connector;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Reads one source and records what was read.
public final class Reading {
    private final Books books;
    private final List<Connector> connectors;
    private final Secrets secrets;
    private final Estate estate;
    private final Map<SourceName, ReentrantLock> locks = new ConcurrentHashMap<>();

    public Reading(Books books, List<Connector> connectors, Secrets secrets, Estate estate) {
        this.books = books;
        this.connectors = List.copyOf(connectors);
        this.secrets = secrets;
        this.estate = estate;
    }

    SyncResult read(Connection connection, Progress progress) throws InterruptedException {
        return readFirst(connection, progress, _ -> {});
    }

    /// @param add enters the connection; within the unit of work that records the reading, so that a source which
    ///     cannot be read is not kept
    SyncResult readFirst(Connection connection, Progress progress, Consumer<Transaction> add)
            throws InterruptedException {
        try {
            return record(
                    connection,
                    add,
                    () -> connector(connection).observer(connection, secrets).observe(progress));
        } catch (SourceException e) {
            books.write(transaction -> {
                books.enter(
                        transaction,
                        "sync.failed",
                        Map.of(
                                "source",
                                connection.name().value(),
                                "why",
                                e.kind().name()));
                return e.kind();
            });
            return new SyncResult.Failed(connection.name(), e.kind(), String.valueOf(e.getMessage()));
        }
    }

    /// As [#read], but a failure is nobody's affair but the caller's.
    ///
    /// @param feed that is to go on from there, if there is one
    /// @throws SourceException if nothing could be read
    SyncResult.Recorded again(Connection connection, Optional<ChangeFeed> feed) throws InterruptedException {
        return record(connection, _ -> {}, () -> {
            Optional<Observation> read = feed.isPresent() ? feed.get().readWhole(Progress.SILENT) : Optional.empty();
            return read.isPresent()
                    ? read.get()
                    : connector(connection).observer(connection, secrets).observe(Progress.SILENT);
        });
    }

    /// Empty where the source tells of no changes.
    ///
    /// @throws SourceException as `Connector.changes`
    Optional<ChangeFeed> changes(Connection connection) throws InterruptedException {
        return connector(connection).changes(connection, secrets);
    }

    /// Reads the scopes in which something changed.
    ///
    /// @throws SourceException if they could not be read
    SyncResult.Recorded part(Connection connection, ChangeFeed feed, Set<String> scopes) throws InterruptedException {
        return record(connection, _ -> {}, () -> feed.read(scopes, Progress.SILENT));
    }

    /// One reading of a source at a time: an older one that is recorded later would undo a newer one.
    private SyncResult.Recorded record(Connection connection, Consumer<Transaction> add, Observing observing)
            throws InterruptedException {
        ReentrantLock one = locks.computeIfAbsent(connection.name(), _ -> new ReentrantLock());
        one.lockInterruptibly();
        try {
            Observation observation = observing.observe();
            SyncSummary summary = books.write(transaction -> {
                add.accept(transaction);
                return record(transaction, connection, observation);
            });
            estate.refresh();
            return new SyncResult.Recorded(summary, observation.coverage());
        } finally {
            one.unlock();
        }
    }

    @FunctionalInterface
    private interface Observing {
        Observation observe() throws InterruptedException;
    }

    private SyncSummary record(Transaction transaction, Connection connection, Observation observation) {
        SyncSummary summary = transaction.record(observation);
        Map<String, Object> scopes = new TreeMap<>();
        for (Coverage coverage : observation.coverage()) {
            scopes.put(coverage.scope(), coverage.state().name());
        }
        books.enter(
                transaction,
                "sync.recorded",
                Map.of(
                        "source", connection.name().value(),
                        "snapshot", summary.snapshotNumber(),
                        "added", summary.added(),
                        "changed", summary.changed(),
                        "removed", summary.removed(),
                        "unchanged", summary.unchanged(),
                        "coverage", scopes));
        return summary;
    }

    private Connector connector(Connection connection) {
        return Connector.of(connection, connectors)
                .orElseThrow(() -> new SourceException(
                        SourceException.Kind.MALFORMED,
                        Messages.of(Reading.class).text("no-connector", connection.name(), connection.kind())));
    }
}
