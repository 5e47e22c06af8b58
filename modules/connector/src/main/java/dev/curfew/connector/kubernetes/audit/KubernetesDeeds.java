package dev.curfew.connector.kubernetes.audit;

import dev.curfew.connector.record.AuditFile;
import dev.curfew.connector.record.RecordLog;
import dev.curfew.connector.record.line.JsonLines;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.port.DeedLog;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timeline.Timeline;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Reads the audit log of a connected cluster.
public final class KubernetesDeeds implements DeedLog {
    private static final Messages MESSAGES = Messages.of(KubernetesDeeds.class);
    private static final String TIME = "requestReceivedTimestamp";

    /// How often the server's writer for batches writes (`--audit-log-batch-max-wait`); the usual one writes at once.
    private static final Duration LAG_MAX = Duration.ofSeconds(30);

    private final Connection connection;
    private final InstantSource clock;

    public KubernetesDeeds(Connection connection, InstantSource clock) {
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public Timeline of(EntityId who, List<Credential> its, Instant since, Progress progress)
            throws InterruptedException {
        Path file = AuditFile.of(connection, MESSAGES.text("no-file", connection.name(), AuditFile.SETTING));
        Subject subject = Subject.of(who, its)
                .orElseThrow(() ->
                        new SourceException(SourceException.Kind.UNREACHABLE, MESSAGES.text("nobody", who.text())));
        KubernetesTrail trail = new KubernetesTrail(subject, since);
        return new RecordLog<>(new JsonLines(TIME, _ -> true), file, clock)
                .follow(trail, MESSAGES.text("called"), LAG_MAX, since, progress);
    }
}
