package dev.curfew.analysis.sketch;

import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import java.util.List;

/// An edge to draw between two node keys, with the hops it stands for.
public record SketchEdge(String from, String to, HopKind kind, Certainty certainty, Fate fate, List<Hop> hops) {

    public SketchEdge {
        hops = List.copyOf(hops);
    }
}
