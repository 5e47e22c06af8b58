package dev.curfew.analysis.graph;

import dev.curfew.model.id.EntityId;

/// Takes the steps of a graph in the making, in any order; a node's edges to the same target keep theirs.
@FunctionalInterface
public interface StepSink {
    void edge(EntityId from, EntityId to, EdgeLabel label);
}
