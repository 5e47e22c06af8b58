package dev.curfew.analysis.escalation;

import dev.curfew.analysis.reach.BlastRadius;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.snapshot.SnapshotIndex;
import java.util.Optional;

/// How surely the access graph leads somewhere, in the words of escalations.
public final class GraphSays {
    private GraphSays() {}

    /// @return empty if it does not
    public static Optional<Certainty> reached(SnapshotIndex index, EntityId from, EntityId target) {
        return new BlastRadius(index)
                .of(from).reached().stream()
                        .filter(it -> it.target().equals(target))
                        .map(Reached::certainty)
                        .map(it -> it == dev.curfew.analysis.reach.Certainty.CERTAIN
                                ? Certainty.CERTAIN
                                : Certainty.POSSIBLE)
                        .findFirst();
    }
}
