package dev.curfew.connector.aws.policy;

import dev.curfew.connector.aws.live.Account;
import dev.curfew.connector.aws.trail.TrailServices;
import dev.curfew.connector.record.AuditFile;
import dev.curfew.connector.record.RecordLog;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.narrowing.MeasuredUse;
import dev.curfew.model.narrowing.Use;
import dev.curfew.model.narrowing.UseLog;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which services the holders of a policy used: by AWS's report of last access, which counts all of them, and checked
/// against CloudTrail's log files beside it.
public final class AwsUses implements UseLog {
    private static final Messages MESSAGES = Messages.of(AwsUses.class);

    /// "Recent activity usually appears within four hours":
    /// <https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_last-accessed.html>
    private static final Duration LAG_MAX = Duration.ofHours(4);

    /// An older report lacks what was done since.
    private static final Duration AGE_MAX = Duration.ofDays(1);

    /// What AWS remembers ("Things to know": at least 400 days).
    private static final Duration REACH = Duration.ofDays(400);

    private final Connection connection;
    private final LiveLastAccess live;
    private final InstantSource clock;

    public AwsUses(Connection connection, Account account, InstantSource clock) {
        this.connection = connection;
        this.live = new LiveLastAccess(account, Thread::sleep);
        this.clock = clock;
    }

    @Override
    public MeasuredUse of(PolicyId policy, Set<EntityId> holders, Instant since, Progress progress)
            throws InterruptedException {
        Path folder = AuditFile.of(connection, MESSAGES.text("no-file", connection.name(), AuditFile.SETTING));
        String name = policy.nativeId().substring(policy.nativeId().lastIndexOf('/') + 1);
        LastAccess report = report(folder, name, policy.nativeId());
        Set<String> who = holders.stream().map(EntityId::nativeId).collect(Collectors.toUnmodifiableSet());
        TrailServices trail = new TrailServices(who, since);
        RecordLog.Told told = trail.read(folder, clock, progress);
        List<String> unread = new ArrayList<>(told.unread());
        if (Duration.between(report.madeAt(), clock.instant()).compareTo(AGE_MAX) > 0) {
            unread.add(MESSAGES.text("report.old", report.madeAt()));
        }
        trail.services().forEach((service, at) -> {
            Optional<Instant> reported = report.services().getOrDefault(service, Optional.of(at));
            boolean late = at.isAfter(report.madeAt().minus(LAG_MAX));
            if (!late && reported.filter(since::isBefore).isEmpty()) {
                unread.add(MESSAGES.text("report.contradicted", service, at));
            }
        });
        return new MeasuredUse(
                uses(name, report, trail, since),
                trail.askers(),
                MESSAGES.text("record", told.record()),
                told.from().map(from -> later(from, report.madeAt().minus(REACH))),
                report.madeAt(),
                LAG_MAX,
                gaps(told),
                unread);
    }

    /// A file is what somebody means to be judged by.
    ///
    /// @throws dev.curfew.model.port.SourceException if there is none, and AWS makes none
    private LastAccess report(Path folder, String name, String arn) throws InterruptedException {
        Optional<LastAccess> given = LastAccess.of(folder, name);
        return given.isPresent() ? given.get() : live.of(arn);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static List<Use> uses(String name, LastAccess report, TrailServices trail, Instant since) {
        List<Use> uses = new ArrayList<>();
        report.services()
                .forEach((service, at) -> at.filter(since::isBefore)
                        .ifPresent(last -> uses.add(new Use(Set.of(name), service + ":*", "", 1, last))));
        trail.services().forEach((service, at) -> uses.add(new Use(Set.of(name), service + ":*", "", 1, at)));
        return uses;
    }

    private static List<String> gaps(RecordLog.Told told) {
        List<String> gaps = new ArrayList<>(List.of(MESSAGES.text("gap.services"), MESSAGES.text("gap.lag")));
        gaps.addAll(told.silences());
        return gaps;
    }
}
