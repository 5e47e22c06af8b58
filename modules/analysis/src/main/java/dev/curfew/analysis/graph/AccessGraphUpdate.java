package dev.curfew.analysis.graph;

import dev.curfew.model.id.EntityId;
import java.util.BitSet;
import java.util.Set;

/// A graph in the making out of an earlier one: all steps are there that are not in question.
public final class AccessGraphUpdate {
    private final AccessGraphBuilder graph;

    /// @param principals whose steps are all in question
    /// @param targets to which everybody's steps are
    public AccessGraphUpdate(AccessGraph before, Set<EntityId> principals, Set<EntityId> targets) {
        graph = new AccessGraphBuilder(before);
        BitSet principalNodes = nodes(before, principals);
        BitSet targetNodes = nodes(before, targets);
        for (int node = principalNodes.nextClearBit(0);
                node < before.nodes();
                node = principalNodes.nextClearBit(node + 1)) {
            graph.copy(node, head -> !targetNodes.get(head));
        }
    }

    private static BitSet nodes(AccessGraph graph, Set<EntityId> ids) {
        BitSet nodes = new BitSet(graph.nodes());
        for (int node : graph.nodes(ids)) {
            nodes.set(node);
        }
        return nodes;
    }

    /// To which the steps in question are added.
    public AccessGraphBuilder graph() {
        return graph;
    }

    /// It is not in the estate any more, and stays only as what steps lead to.
    public void gone(EntityId id) {
        graph.gone(id);
    }
}
