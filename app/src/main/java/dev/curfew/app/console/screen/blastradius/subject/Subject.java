package dev.curfew.app.console.screen.blastradius.subject;

import dev.curfew.analysis.sketch.Direction;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import java.util.List;

/// Whom or what somebody looks at: one thing, or several as if one had them all.
///
/// @param focus how the history remembers it
/// @param name for a heading
/// @param ids at least one
/// @param linesUnnamed the lines of a list that name nothing, or more than one thing, from 1
public record Subject(String focus, String name, List<EntityId> ids, List<Integer> linesUnnamed) {

    public Subject {
        ids = List.copyOf(ids);
        linesUnnamed = List.copyOf(linesUnnamed);
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("somebody looks at something");
        }
    }

    public EntityId first() {
        return ids.getFirst();
    }

    public boolean isSeveral() {
        return ids.size() > 1;
    }

    /// Resources are looked at for who reaches them, everything else for what it reaches.
    public Direction natural() {
        return ids.stream().allMatch(ResourceId.class::isInstance) ? Direction.BACKWARD : Direction.FORWARD;
    }

    /// A policy reaches what its holder would, and is reached by nobody.
    public boolean isPolicy() {
        return ids.stream().anyMatch(PolicyId.class::isInstance);
    }
}
