package dev.curfew.analysis.reach;

import java.util.List;

/// An edge to draw between two node keys, with the hops it stands for.
public record ReachEdge(String from, String to, HopKind kind, Certainty certainty, List<Hop> hops) {

    public ReachEdge {
        hops = List.copyOf(hops);
    }
}
