package dev.curfew.analysis.reach;

import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.EntityId;
import java.util.List;

/// A node to draw: one entity, or the fold of many that stand in the same place.
///
/// @param key unique in its graph: the entity's id, or a fold's own name
/// @param layer hops from the start, 0 for the start itself
/// @param kind `<provider>.<kind>`, the same for all members of a fold
/// @param members one entity, or all that are folded, sorted
public record ReachNode(
        String key,
        int layer,
        String name,
        String kind,
        Sensitivity sensitivity,
        Certainty certainty,
        List<EntityId> members) {

    public ReachNode {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a node stands for something");
        }
    }

    public boolean folded() {
        return members.size() > 1;
    }
}
