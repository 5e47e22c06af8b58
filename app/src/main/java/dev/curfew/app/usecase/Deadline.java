package dev.curfew.app.usecase;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// When a time is over: by the clock, which goes on while the machine sleeps, or by the time that ran, which nobody
/// sets back; whichever is first.
public final class Deadline {
    private final InstantSource clock;
    private final Instant at;
    private final long nanosAtStart;
    private final Duration atMost;

    private Deadline(InstantSource clock, Instant at, long nanosAtStart, Duration atMost) {
        this.clock = clock;
        this.at = at;
        this.nanosAtStart = nanosAtStart;
        this.atMost = atMost;
    }

    public static Deadline in(Duration atMost, InstantSource clock) {
        return new Deadline(clock, clock.instant().plus(atMost), System.nanoTime(), atMost);
    }

    /// @param end by the clock
    public static Deadline at(Instant end, InstantSource clock) {
        return new Deadline(clock, end, System.nanoTime(), Duration.between(clock.instant(), end));
    }

    /// Zero when it is over.
    public Duration left() {
        Duration byClock = Duration.between(clock.instant(), at);
        Duration byRun = atMost.minusNanos(System.nanoTime() - nanosAtStart);
        Duration left = byClock.compareTo(byRun) < 0 ? byClock : byRun;
        return left.isNegative() ? Duration.ZERO : left;
    }
}
