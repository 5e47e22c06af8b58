package dev.curfew.app.usecase.escalation;

import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Connector;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.snapshot.SnapshotBuilder;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// An account's file, read for one question and kept nowhere.
public final class AccountFile {
    private static final SourceName NAME = new SourceName("account");

    private final Connector connector;

    /// @param connector for files of the account's kind
    public AccountFile(Connector connector) {
        this.connector = connector;
    }

    /// What cannot be read ends in a `SourceException` that says where.
    public SnapshotIndex read(Path file, Progress progress) throws InterruptedException {
        Connection connection =
                new Connection(NAME, connector.kind(), file.toAbsolutePath().toUri(), false, Instant.EPOCH, Map.of());
        Observation observation =
                connector.observer(connection, new NoSecrets()).observe(progress);
        return new SnapshotIndex(new SnapshotBuilder()
                .addAll(observation.facts())
                .cover(observation.coverage())
                .build(1, observation.finishedAt()));
    }

    /// A file needs none.
    private static final class NoSecrets implements Secrets {
        @Override
        public Optional<Secret> get(String name) {
            return Optional.empty();
        }

        @Override
        public void put(String name, Secret value) {
            throw new UnsupportedOperationException("nothing is kept");
        }

        @Override
        public void remove(String name) {
            throw new UnsupportedOperationException("nothing is kept");
        }
    }
}
