package dev.curfew.analysis.finding;

import dev.curfew.model.snapshot.SnapshotIndex;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Looks at a snapshot by every rule.
public final class Findings {
    private static final Comparator<Finding> WORST_FIRST = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::source)
            .thenComparing(Finding::entity, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(it -> String.join("\n", it.arguments()));

    private Findings() {}

    /// All findings, worst first.
    public static List<Finding> of(SnapshotIndex index, Instant now) {
        return of(index, now, FindingLimits.DEFAULT);
    }

    public static List<Finding> of(SnapshotIndex index, Instant now, FindingLimits limits) {
        return Stream.<Finding>empty().sorted(WORST_FIRST).toList();
    }
}
