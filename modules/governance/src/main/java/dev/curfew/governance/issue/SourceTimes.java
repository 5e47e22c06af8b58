package dev.curfew.governance.issue;

import dev.curfew.governance.target.Targets;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.SourceClock;
import dev.curfew.model.port.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;

/// The clocks of the sources, as they were last looked at. At a source that tells its time, whoever sets this machine's
/// clock neither ends a window early nor keeps one open: how long ago it was looked at, a clock says that nobody sets.
public final class SourceTimes {
    /// The source's clock may have been set since.
    private static final Duration SEEN_FOR = Duration.ofMinutes(5);

    /// How far clocks go apart by themselves meanwhile, and more.
    private static final Duration DRIFT = Duration.ofSeconds(30);

    private final InstantSource ours;
    private final Targets targets;
    private final LongSupplier nanos;
    private final ClocksSeen seen;

    public SourceTimes(InstantSource ours, Targets targets) {
        this(ours, targets, new ClocksSeen());
    }

    /// @param seen what was seen of them before
    public SourceTimes(InstantSource ours, Targets targets, ClocksSeen seen) {
        this(ours, targets, seen, System::nanoTime);
    }

    /// @param nanos what nobody sets, as `System.nanoTime`
    public SourceTimes(InstantSource ours, Targets targets, ClocksSeen seen, LongSupplier nanos) {
        this.ours = ours;
        this.targets = targets;
        this.seen = seen;
        this.nanos = nanos;
    }

    /// How far the source's clock was ahead of ours when it was last looked at; empty if it never was, or did not tell.
    public Optional<Duration> ahead(SourceName source) {
        return seen.of(source).flatMap(last -> last.time().ahead());
    }

    /// Whether it may be that late at the source, by what was seen of its clock. Where nothing was seen of it lately,
    /// or this machine slept or its clock was set since, it may.
    boolean mayBe(SourceName source, Instant moment) {
        return seen.of(source).map(last -> mayBe(last, moment)).orElse(true);
    }

    private boolean mayBe(ClocksSeen.Seen last, Instant moment) {
        return !stands(last) || !last.time().now().plus(gone(last)).plus(DRIFT).isBefore(moment);
    }

    private boolean stands(ClocksSeen.Seen last) {
        Duration gone = gone(last);
        Duration set = Duration.between(last.time().ours().plus(gone), ours.instant());
        return gone.compareTo(SEEN_FOR) < 0 && set.abs().compareTo(DRIFT) <= 0;
    }

    private Duration gone(ClocksSeen.Seen last) {
        return Duration.ofNanos(nanos.getAsLong() - last.nanos());
    }

    /// Looks at it. Where it does not answer, what was seen of it lately stands, as old as it is.
    SourceTime look(SourceName source) throws InterruptedException {
        try {
            Optional<Duration> ahead = ask(source);
            SourceTime time = new SourceTime(ours.instant(), ahead);
            seen.note(source, new ClocksSeen.Seen(time, nanos.getAsLong()));
            return time;
        } catch (SourceException _) {
            // A source that cannot be asked says nothing of its clock either; whatever else is wanted of it tells why.
            return new SourceTime(
                    ours.instant(),
                    seen.of(source)
                            .filter(this::stands)
                            .flatMap(last -> last.time().ahead()));
        }
    }

    /// The same for who is not to be interrupted; then it is not known.
    SourceTime lookNow(SourceName source) {
        try {
            return look(source);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new SourceTime(ours.instant(), Optional.empty());
        }
    }

    private Optional<Duration> ask(SourceName source) throws InterruptedException {
        Optional<SourceClock> clock = targets.clock(source);
        return clock.isEmpty() ? Optional.empty() : clock.get().read().map(SourceClock.Reading::ahead);
    }
}
