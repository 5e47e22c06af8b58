package dev.curfew.app.usecase.source;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.observation.SyncSummary;
import dev.curfew.model.port.Connector;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Reads one source and records what was read.
public final class Reading {
    private final Books books;
    private final List<Connector> connectors;
    private final Secrets secrets;
    private final Estate estate;

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
            Observation observation =
                    connector(connection).observer(connection, secrets).observe(progress);
            SyncSummary summary = books.write(transaction -> {
                add.accept(transaction);
                return record(transaction, connection, observation);
            });
            estate.refresh();
            return new SyncResult.Recorded(summary, observation.coverage());
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
        return connectors.stream()
                .filter(connector -> connector.kind().equals(connection.kind()))
                .findFirst()
                .orElseThrow(() -> new SourceException(
                        SourceException.Kind.MALFORMED,
                        Messages.of(Reading.class).text("no-connector", connection.name(), connection.kind())));
    }
}
