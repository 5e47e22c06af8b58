package dev.curfew.analysis.signal;

import dev.curfew.model.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// What the signals that stand make of one identity or credential, and which of them moved it.
///
/// @param score 0 to 100
/// @param causes what moved it furthest first; never empty
public record Risk(int score, List<Cause> causes) {

    public Risk {
        causes = List.copyOf(causes);
        if (causes.isEmpty()) {
            throw new IllegalArgumentException("a risk has a cause");
        }
    }

    /// @param weight what it alone makes the risk now
    public record Cause(Signal signal, int weight) {}

    /// Each takes its part of what the others leave of a hundred: two that are bad are worse than one, and never more
    /// than certain. The same signals give the same whatever their order.
    ///
    /// @param signals at least one
    public static Risk of(List<Signal> signals, Instant now) {
        double left = 1;
        for (Signal signal : signals) {
            left *= 1 - weight(signal, now) / 100;
        }
        List<Cause> causes = signals.stream()
                .map(signal -> new Cause(signal, (int) Math.round(weight(signal, now))))
                .sorted(Comparator.comparingInt(Cause::weight)
                        .reversed()
                        .thenComparing(cause -> cause.signal().id()))
                .toList();
        return new Risk((int) Math.round(100 * (1 - left)), causes);
    }

    private static double weight(Signal signal, Instant now) {
        int whole = signal.tip().kind().weight();
        return signal.tip()
                .kind()
                .halfLife()
                .map(half -> whole * Math.pow(0.5, halves(signal, half, now)))
                .orElse((double) whole);
    }

    private static double halves(Signal signal, Duration half, Instant now) {
        Duration age = Duration.between(signal.since(), now);
        return age.isNegative() ? 0 : (double) age.toSeconds() / half.toSeconds();
    }
}
