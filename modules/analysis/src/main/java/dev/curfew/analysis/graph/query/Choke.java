package dev.curfew.analysis.graph.query;

import dev.curfew.analysis.graph.Edge;

/// A step without which less is reached.
///
/// @param lost how many things are not reached any more without it
/// @param weight of all of these together
public record Choke(Edge step, int lost, long weight) {

    /// The last step to a single thing is none that holds anything together.
    public boolean holdsSeveral() {
        return lost > 1;
    }
}
