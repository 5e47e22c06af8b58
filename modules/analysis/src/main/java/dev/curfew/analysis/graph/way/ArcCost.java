package dev.curfew.analysis.graph.way;

/// What it costs to go over an arc: at least 1.
@FunctionalInterface
interface ArcCost {
    long of(int arc);
}
