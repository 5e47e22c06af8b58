package dev.curfew.analysis.sketch;

import dev.curfew.analysis.reach.Certainty;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.EntityId;
import java.util.List;

/// A node to draw: one entity, or the fold of many that stand in the same place.
///
/// @param key unique in its sketch: the entity's id, or a fold's own name, which it keeps however much of it is opened
/// @param layer hops from where somebody looks, 0 for the roots
/// @param kind `<provider>.<kind>`, the same for all members of a fold
/// @param members one entity, or all that are folded, sorted
/// @param foldOf the fold that it was opened out of; empty for none
public record SketchNode(
        String key,
        int layer,
        String name,
        String kind,
        Sensitivity sensitivity,
        Certainty certainty,
        Fate fate,
        List<EntityId> members,
        String foldOf) {

    public SketchNode {
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a node stands for something");
        }
    }

    public boolean folded() {
        return members.size() > 1;
    }

    SketchNode openedOutOf(String fold) {
        return new SketchNode(key, layer, name, kind, sensitivity, certainty, fate, members, fold);
    }
}
