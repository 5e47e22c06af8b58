package dev.curfew.app.cli.serve;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stood in the workspace when it was last looked into. Nobody waits here for somebody else's look: each waits for
/// the workspace itself, and no longer than for that.
final class Lately<T> {
    /// After this what is new there is known here.
    private static final Duration FRESH = Duration.ofSeconds(30);

    /// Looks into the workspace.
    @FunctionalInterface
    interface Look<T> {
        /// @throws dev.curfew.app.cli.serve.http.Problem if it cannot be known now
        List<T> all() throws InterruptedException;
    }

    /// @param at by `System.nanoTime()`
    private record Seen<T>(List<T> all, long at) {
        boolean isFresh() {
            return System.nanoTime() - at <= FRESH.toNanos();
        }
    }

    private final Look<T> look;
    private volatile @Nullable Seen<T> seen;

    Lately(Look<T> look) {
        this.look = look;
    }

    List<T> all() throws InterruptedException {
        Seen<T> last = seen;
        return last != null && last.isFresh() ? last.all() : keep(look.all());
    }

    /// Also what somebody else's look brought.
    List<T> keep(List<T> now) {
        seen = new Seen<>(List.copyOf(now), System.nanoTime());
        return now;
    }
}
