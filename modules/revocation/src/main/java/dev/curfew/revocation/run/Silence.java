package dev.curfew.revocation.run;

import dev.curfew.model.id.SourceName;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How long sources that were asked for something have said nothing. Measured, for a clock may be set.
final class Silence {
    private final Map<SourceName, Asked> asked = new ConcurrentHashMap<>();
    private final Map<SourceName, Long> told = new ConcurrentHashMap<>();
    private final long usualNanos;
    private final long toldEveryNanos;

    /// @param pending how much it is asked for
    /// @param sinceNanos when the silence began
    private record Asked(int pending, long sinceNanos) {}

    /// @param usual what is no silence
    Silence(Duration usual, Duration toldEvery) {
        usualNanos = usual.toNanos();
        toldEveryNanos = toldEvery.toNanos();
    }

    /// It is asked for one thing more. Where it was asked for nothing, the silence begins.
    void begins(SourceName source) {
        asked.compute(
                source,
                (_, before) -> before == null || before.pending == 0
                        ? new Asked(1, System.nanoTime())
                        : new Asked(before.pending + 1, before.sinceNanos));
    }

    /// It answered; the next silence begins.
    void ends(SourceName source) {
        asked.computeIfPresent(source, (_, before) -> new Asked(before.pending, System.nanoTime()));
    }

    /// It is asked for one thing less.
    void done(SourceName source) {
        asked.computeIfPresent(source, (_, before) -> new Asked(before.pending - 1, before.sinceNanos));
    }

    boolean lasts(SourceName source) {
        Asked now = asked.get(source);
        return now != null && now.pending > 0 && isPast(now.sinceNanos, usualNanos);
    }

    /// Whether it was not told lately; from now on it was.
    boolean isToBeTold(SourceName source) {
        Long before = told.get(source);
        boolean due = before == null || isPast(before, toldEveryNanos);
        if (due) {
            told.put(source, System.nanoTime());
        }
        return due;
    }

    private static boolean isPast(long begun, long nanos) {
        return System.nanoTime() - begun >= nanos;
    }
}
