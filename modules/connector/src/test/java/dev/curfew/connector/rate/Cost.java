package dev.curfew.connector.rate;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// What one listing took.
///
/// @param bytesMax the most that was resident at once
record Cost(Duration elapsed, Duration processor, long requests, long bytesMax) {
    private static final double MILLIS = 1000;

    /// That of the median time; of an even number the longer one.
    static Cost median(List<Cost> costs) {
        return costs.stream()
                .sorted(Comparator.comparing(Cost::elapsed))
                .skip(costs.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    double ratioTo(Cost other) {
        return elapsed.toMillis() / (double) other.elapsed.toMillis();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.2f s, %.2f s of processor, %,d requests, %,d MB",
                elapsed.toMillis() / MILLIS,
                processor.toMillis() / MILLIS,
                requests,
                bytesMax / 1_000_000);
    }
}
