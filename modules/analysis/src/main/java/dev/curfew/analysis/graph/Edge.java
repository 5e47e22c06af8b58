package dev.curfew.analysis.graph;

import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.model.id.EntityId;
import java.util.List;

/// One step that a principal can make.
public record Edge(EntityId from, EntityId to, EdgeLabel label) {

    public Certainty certainty() {
        return label.certainty();
    }

    /// The step in detail, through groups and policies.
    public List<Hop> hops() {
        return label.hops(from, to);
    }
}
