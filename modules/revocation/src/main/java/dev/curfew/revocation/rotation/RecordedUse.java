package dev.curfew.revocation.rotation;

import dev.curfew.model.attribute.Usage;
import dev.curfew.model.attribute.UsageQuality;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.DeedLog;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timeline.Caller;
import dev.curfew.model.timeline.Origin;
import dev.curfew.model.timeline.Timeline;
import dev.curfew.revocation.trial.Bench;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// When a credential was last used, by its source's own record of what was done. Only what the record covers whole, and
/// tells without a gap, lets its silence mean that it was not used.
final class RecordedUse {
    private static final Messages MESSAGES = Messages.of(RecordedUse.class);

    private final Bench bench;

    RecordedUse(Bench bench) {
        this.bench = bench;
    }

    /// Empty where the source keeps no record that can be read.
    Optional<LastUse> of(CredentialId credential, Instant since) throws InterruptedException {
        Optional<DeedLog> log = bench.targets().deeds(credential.source());
        return log.isEmpty() ? Optional.empty() : Optional.of(of(log.get(), credential, since));
    }

    private LastUse of(DeedLog log, CredentialId credential, Instant since) throws InterruptedException {
        List<Credential> known = bench.office().store().current().credentials().stream()
                .filter(each -> each.id().equals(credential))
                .toList();
        try {
            return told(log.of(credential, known, since, Progress.SILENT), since);
        } catch (SourceException e) {
            return LastUse.of(new Usage.NotObserved(String.valueOf(e.getMessage())));
        }
    }

    static LastUse told(Timeline timeline, Instant since) {
        UsageQuality quality = new UsageQuality(timeline.record(), timeline.lagMax(), Duration.ZERO, true);
        Optional<Caller> last = timeline.callers().stream().max(Comparator.comparing(Caller::last));
        if (last.isPresent()) {
            Usage seen = new Usage.Seen(last.get().last(), by(last.get().from()), quality);
            return new LastUse(seen, timeline.gaps());
        }
        return LastUse.of(none(timeline, since, quality));
    }

    private static Usage none(Timeline timeline, Instant since, UsageQuality quality) {
        if (!timeline.covers(since)) {
            return new Usage.NotObserved(MESSAGES.text("record.short", timeline.record(), since));
        }
        return timeline.gaps().isEmpty()
                ? new Usage.NoneSeen(quality)
                : new Usage.NotObserved(String.join("; ", timeline.gaps()));
    }

    private static String by(Origin from) {
        return from.agent().isEmpty() ? from.address() : MESSAGES.text("use.from", from.agent(), from.address());
    }

    /// What tells of a use tells; of two that tell of none, the one that may be later known counts.
    static LastUse both(Usage listed, LastUse recorded) {
        return switch (listed) {
            case Usage.NotObserved(String why) ->
                recorded.usage() instanceof Usage.NotObserved(String whyNot)
                        ? LastUse.of(new Usage.NotObserved(MESSAGES.text("use.neither", why, whyNot)))
                        : recorded;
            case Usage.Seen(Instant _, String _, UsageQuality quality) -> later(listed, quality, recorded);
            case Usage.NoneSeen(UsageQuality quality) -> later(listed, quality, recorded);
        };
    }

    /// What the record does not tell of the time after, its source does, as late as that may be.
    private static LastUse later(Usage listed, UsageQuality quality, LastUse recorded) {
        if (!(recorded.usage() instanceof Usage.Seen seen) || !seen.at().isAfter(at(listed))) {
            return LastUse.of(listed);
        }
        return recorded.gaps().isEmpty() ? recorded : LastUse.of(new Usage.Seen(seen.at(), seen.by(), quality));
    }

    private static Instant at(Usage usage) {
        return usage instanceof Usage.Seen seen ? seen.at() : Instant.MIN;
    }
}
