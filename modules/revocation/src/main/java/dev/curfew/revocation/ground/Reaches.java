package dev.curfew.revocation.ground;

import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.PolicyId;
import java.util.HashMap;
import java.util.Map;

/// How far things reach, each searched for once: a plan of fifty credentials asks about the same subjects fifty times.
/// For one thread.
public final class Reaches {
    private final BlastRadius radius;
    private final Map<EntityId, Reach> known = new HashMap<>();

    Reaches(BlastRadius radius) {
        this.radius = radius;
    }

    /// As [BlastRadius#of].
    public Reach of(EntityId from) {
        return known.computeIfAbsent(from, radius::of);
    }

    /// As [BlastRadius#adds].
    public Reach adds(PolicyId policy) {
        return radius.adds(policy);
    }
}
