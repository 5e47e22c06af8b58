package dev.curfew.governance.breakglass;

import dev.curfew.governance.breakglass.report.DrillReport;
import dev.curfew.governance.breakglass.report.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How the drills of a path went over time.
///
/// @param activations time to activation, oldest first, of those drills that came so far
/// @param usual their median; empty if there are none
public record Trend(int drills, int passed, List<Duration> activations, Optional<Duration> usual) {
    /// Twice as slow as usual is worth a look.
    private static final int SLOWER_TIMES = 2;

    public Trend {
        activations = List.copyOf(activations);
    }

    /// @param reports oldest first
    public static Trend of(List<DrillReport> reports) {
        List<Duration> activations = reports.stream()
                .flatMap(report -> report.measured(Stage.ACTIVATION).stream())
                .toList();
        List<Duration> sorted = activations.stream().sorted().toList();
        Optional<Duration> median =
                sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) / 2));
        int passed = (int) reports.stream().filter(DrillReport::passed).count();
        return new Trend(reports.size(), passed, activations, median);
    }

    /// How long the newest activation took, where that was twice as long as usual, or longer.
    public Optional<Duration> slower() {
        return activations.size() > 2
                ? usual.filter(median -> activations.getLast().compareTo(median.multipliedBy(SLOWER_TIMES)) >= 0)
                        .map(_ -> activations.getLast())
                : Optional.empty();
    }
}
