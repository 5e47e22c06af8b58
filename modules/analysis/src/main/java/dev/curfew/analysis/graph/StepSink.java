package dev.curfew.analysis.graph;

import dev.curfew.model.id.EntityId;
import java.util.List;

/// Takes the steps of a graph in the making, of one after the other; a node's edges to the same target keep theirs.
public interface StepSink {
    /// @param steps those alike but for their target share a label, as far as that was cheap to see
    void steps(EntityId from, List<Step> steps);

    /// How many it has come to know.
    int known();

    /// Those that it has come to know since it knew so many, in the order in which they came.
    List<EntityId> since(int known);
}
