package dev.curfew.analysis.graph.part;

import dev.curfew.analysis.graph.Edge;
import dev.curfew.analysis.sketch.Fate;

/// One step.
///
/// @param fate what planned changes do to it
public record PartEdge(Edge edge, Fate fate) {}
