package dev.curfew.analysis.graph.estate;

import dev.curfew.analysis.graph.EdgeLabel;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.model.evaluation.Evaluation;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/// The labels of one principal's steps. What is decided once for thousands of targets has one label.
final class RowLabels {
    /// Of thousands of steps few are decided otherwise than the rest.
    private static final int EXPECTED_MAX = 32;

    private final Map<Evaluation, List<EdgeLabel>> byDecision;

    @SuppressWarnings("IdentityHashMapUsage") // only spares comparing: one alike gets labels of its own
    RowLabels(int steps) {
        byDecision = new IdentityHashMap<>(Math.min(steps, EXPECTED_MAX));
    }

    EdgeLabel of(Route route) {
        List<EdgeLabel> decided =
                byDecision.computeIfAbsent(route.hops().getLast().decision(), _ -> new ArrayList<>(1));
        for (EdgeLabel each : decided) {
            if (each.isOf(route)) {
                return each;
            }
        }
        EdgeLabel label = EdgeLabel.of(route);
        decided.add(label);
        return label;
    }
}
