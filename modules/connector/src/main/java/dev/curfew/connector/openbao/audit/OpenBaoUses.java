package dev.curfew.connector.openbao.audit;

import dev.curfew.connector.openbao.api.BaoAccess;
import dev.curfew.connector.record.AuditFile;
import dev.curfew.connector.record.RecordLog;
import dev.curfew.connector.record.line.JsonLines;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.narrowing.MeasuredUse;
import dev.curfew.model.narrowing.UseLog;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What the holders of a policy asked for, by the audit file: each request is in it with the policies of its token, so
/// that no holder has to be known beforehand.
public final class OpenBaoUses implements UseLog {
    private static final Messages MESSAGES = Messages.of(OpenBaoUses.class);

    private final Connection connection;
    private final InstantSource clock;

    public OpenBaoUses(Connection connection, InstantSource clock) {
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public MeasuredUse of(PolicyId policy, Set<EntityId> holders, Instant since, Progress progress)
            throws InterruptedException {
        Path file = AuditFile.of(connection, MESSAGES.text("no-file", connection.name(), AuditFile.SETTING));
        UseTally tally = new UseTally(
                policy.nativeId().replaceFirst("^policy/", ""),
                connection.settings().getOrDefault(BaoAccess.NAMESPACE, ""),
                since);
        RecordLog.Told told = new RecordLog<>(new JsonLines("time", _ -> true), file, clock)
                .read(tally::take, MESSAGES.text("called"), since, progress);
        List<String> unread = new ArrayList<>(told.unread());
        tally.overflow().ifPresent(unread::add);
        List<String> gaps = new ArrayList<>(List.of(MESSAGES.text("gap.servers")));
        gaps.addAll(told.silences());
        return new MeasuredUse(
                tally.uses(),
                tally.askers(),
                told.record(),
                told.from(),
                clock.instant(),
                // OpenBao answers nobody before it has written: a request that cannot be audited is refused
                Duration.ZERO,
                gaps,
                unread);
    }
}
