package dev.curfew.analysis.graph.estate;

import dev.curfew.analysis.graph.StepSink;
import dev.curfew.analysis.reach.route.Route;
import dev.curfew.model.id.EntityId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Asks the evaluators for the steps of many, on all processors, and adds them to a graph.
final class Asking {
    /// Rows that are in memory as objects at once, before they are packed.
    private static final int BATCH = 4_096;

    private final StepSink graph;

    Asking(StepSink graph) {
        this.graph = graph;
    }

    /// @param steps of one of them; called by many threads
    /// @return what the steps lead to
    Set<EntityId> ask(Collection<EntityId> from, Function<EntityId, List<Route>> steps) {
        Set<EntityId> targets = new LinkedHashSet<>();
        List<EntityId> all = List.copyOf(from);
        for (int i = 0; i < all.size(); i += BATCH) {
            List<Row> rows = all.subList(i, Math.min(i + BATCH, all.size())).parallelStream()
                    .map(each -> Row.of(each, steps.apply(each)))
                    .toList();
            for (Row row : rows) {
                graph.steps(row.from(), row.steps());
                row.steps().forEach(step -> targets.add(step.to()));
            }
        }
        return targets;
    }
}
