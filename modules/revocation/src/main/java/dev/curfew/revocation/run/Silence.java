package dev.curfew.revocation.run;

import dev.curfew.model.id.SourceName;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// How long sources that were asked for something have said nothing. Measured, for a clock may be set.
final class Silence {
    private final Map<SourceName, Long> since = new ConcurrentHashMap<>();
    private final Map<SourceName, Long> told = new ConcurrentHashMap<>();
    private final long usualNanos;
    private final long toldEveryNanos;

    /// @param usual what is no silence
    Silence(Duration usual, Duration toldEvery) {
        usualNanos = usual.toNanos();
        toldEveryNanos = toldEvery.toNanos();
    }

    void begins(SourceName source) {
        since.putIfAbsent(source, System.nanoTime());
    }

    /// It answered; the next silence begins.
    void ends(SourceName source) {
        since.put(source, System.nanoTime());
    }

    boolean lasts(SourceName source) {
        return isOver(since.get(source), usualNanos);
    }

    /// Whether it was not told lately; from now on it was.
    boolean isToBeTold(SourceName source) {
        boolean due = !told.containsKey(source) || isOver(told.get(source), toldEveryNanos);
        if (due) {
            told.put(source, System.nanoTime());
        }
        return due;
    }

    private static boolean isOver(@Nullable Long begun, long nanos) {
        return begun != null && System.nanoTime() - begun >= nanos;
    }
}
