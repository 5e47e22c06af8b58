package dev.curfew.connector.change;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/// Asks again and again what changed: every second, and less often where asking takes long, so that a source spends no
/// more than a tenth of its time on being asked.
public final class Polling {
    private static final Duration EVERY = Duration.ofSeconds(1);

    /// What is made by hand or by a script comes in several calls.
    private static final Duration SETTLE = Duration.ofMillis(300);

    private static final int TIMES_AS_LONG = 9;

    private Polling() {}

    /// One look.
    @FunctionalInterface
    public interface Look {
        /// @return the scopes that changed since the look before
        Set<String> changed() throws InterruptedException;
    }

    /// As `ChangeFeed.await`.
    public static Set<String> await(Duration atMost, Look look) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            long asked = System.nanoTime();
            Set<String> changed = new TreeSet<>(look.changed());
            long took = System.nanoTime() - asked;
            if (!changed.isEmpty()) {
                Thread.sleep(SETTLE);
                changed.addAll(look.changed());
                return changed;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return Set.of();
            }
            Thread.sleep(Duration.ofNanos(Math.min(left, Math.max(EVERY.toNanos(), TIMES_AS_LONG * took))));
        }
    }
}
