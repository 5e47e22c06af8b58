package dev.curfew.connector.aws.trail;

import dev.curfew.connector.record.AuditFile;
import dev.curfew.connector.record.RecordLog;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.port.DeedLog;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Reads the log files of an account's trail, as they were copied from their bucket.
public final class CloudTrailDeeds implements DeedLog {
    private static final Messages MESSAGES = Messages.of(CloudTrailDeeds.class);

    /// "Within an average of about 5 minutes", which is not guaranteed:
    /// <https://docs.aws.amazon.com/awscloudtrail/latest/userguide/how-cloudtrail-works.html>
    private static final Duration LAG_MAX = Duration.ofMinutes(15);

    private final Connection connection;
    private final InstantSource clock;

    public CloudTrailDeeds(Connection connection, InstantSource clock) {
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public Timeline of(EntityId who, List<Credential> its, Instant since, Progress progress)
            throws InterruptedException {
        return new RecordLog<>(
                        new CloudTrailFiles(),
                        AuditFile.of(connection, MESSAGES.text("no-file", connection.name(), AuditFile.SETTING)),
                        clock)
                .follow(new CloudTrail(who.nativeId(), since), MESSAGES.text("called"), LAG_MAX, since, progress);
    }
}
