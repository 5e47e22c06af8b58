package dev.curfew.app.cli.serve;

import dev.curfew.app.cli.serve.http.Problem;
import dev.curfew.app.cli.serve.http.ProblemKind;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// How often a workload may ask: so many at once, and then one in a while. Each ask is an entry in the ledger, also
/// where it is taken back or refused, and a pipeline that asks in a loop fills it for everybody.
final class Paces {
    private static final Messages MESSAGES = Messages.of(Paces.class);

    /// More than a push to a large repository starts jobs of one subject.
    static final int AT_ONCE = 120;

    /// So that a day of asking in a loop is some ten thousand entries, which the ledger takes.
    static final Duration EVERY = Duration.ofSeconds(10);

    /// Whoever was not heard of for longest is forgotten first; by then they may nearly always ask again.
    private static final int WORKLOADS_MAX = 10_000;

    private final LongSupplier nanos;

    /// By workload: when the next ask would come due if they were [#EVERY] apart.
    private final Map<String, Long> due = new LinkedHashMap<>(16, 0.75f, true);

    /// @param nanos as `System.nanoTime`
    Paces(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// Counts one ask (the generic cell rate algorithm, ITU-T I.371).
    ///
    /// @throws Problem TOO_OFTEN, with when to come again
    synchronized void count(String workload) {
        long now = nanos.getAsLong();
        long every = EVERY.toNanos();
        long ahead = Math.max(0, due.getOrDefault(workload, now) - now);
        long wait = ahead + every - AT_ONCE * every;
        if (wait > 0) {
            long seconds = Math.ceilDiv(wait, Duration.ofSeconds(1).toNanos());
            throw Problem.of(ProblemKind.TOO_OFTEN, MESSAGES.text("often", AT_ONCE, EVERY.toSeconds()))
                    .header("Retry-After", String.valueOf(seconds));
        }
        due.put(workload, now + ahead + every);
        if (due.size() > WORKLOADS_MAX) {
            due.remove(due.keySet().iterator().next());
        }
    }
}
