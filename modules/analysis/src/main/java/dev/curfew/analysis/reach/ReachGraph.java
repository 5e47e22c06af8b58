package dev.curfew.analysis.reach;

import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.List;

/// A reach as nodes in layers and edges between them, small enough to draw.
///
/// @param nodes by layer, then by key; no key twice
/// @param edges sorted by their keys; between two nodes at most one of a kind
public record ReachGraph(List<ReachNode> nodes, List<ReachEdge> edges) {
    /// More nodes than these are no picture any more, and take longer than 0.3 s to lay out.
    public static final int NODES_MAX = 150;

    public ReachGraph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /// The union of the reach's paths. Beyond `nodesMax` nodes those alike are folded, the largest groups first, and
    /// more coarsely until it fits: by what leads to them, then by layer and kind.
    public static ReachGraph of(Reach reach, SnapshotIndex index, int nodesMax) {
        return new ReachGraphBuilder(reach, index).build(nodesMax);
    }

    public static ReachGraph of(Reach reach, SnapshotIndex index) {
        return of(reach, index, NODES_MAX);
    }
}
