package dev.curfew.analysis.sketch;

import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.List;

/// Paths as nodes in layers and edges between them, few enough to draw.
///
/// @param nodes by layer, then by key; no key twice
/// @param edges sorted by their keys; between two nodes at most one of a kind and fate
public record Sketch(List<SketchNode> nodes, List<SketchEdge> edges) {

    public Sketch {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /// The union of the paths. Leaves alike are folded where they are many; beyond the limit other nodes alike too, the
    /// largest groups first, and more coarsely until it fits: by what leads to them, then by layer and kind.
    public static Sketch of(Strands strands, SnapshotIndex index, Folding folding) {
        return new SketchBuilder(strands, index, folding).build();
    }
}
