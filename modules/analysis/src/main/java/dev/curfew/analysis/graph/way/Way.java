package dev.curfew.analysis.graph.way;

import java.util.List;

/// A way that meets no node twice.
///
/// @param arcs from the start on
/// @param ofClass the highest of its arcs
public record Way(List<Integer> arcs, int ofClass) {

    public Way {
        arcs = List.copyOf(arcs);
    }
}
