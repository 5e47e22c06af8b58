package dev.curfew.app.console.screen.blastradius.answer;

import dev.curfew.analysis.graph.query.Reacher;
import dev.curfew.analysis.reach.Certainty;
import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.reach.HopKind;
import dev.curfew.analysis.reach.Reached;
import dev.curfew.analysis.sketch.Fate;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.EntityId;
import java.util.List;

/// Somebody or something at the far end of a path.
///
/// @param id what is reached, or who reaches
/// @param sensitivity of a thing; UNKNOWN for somebody
/// @param path in the direction of its arrows; never empty
public record Found(
        EntityId id,
        String name,
        String kind,
        Sensitivity sensitivity,
        Certainty certainty,
        Fate fate,
        List<Hop> path) {

    public Found {
        path = List.copyOf(path);
        if (path.isEmpty()) {
            throw new IllegalArgumentException("what is found is found by a path");
        }
    }

    static Found of(Reached reached) {
        return new Found(
                reached.target(),
                reached.name(),
                reached.kind(),
                reached.sensitivity(),
                reached.certainty(),
                Fate.KEPT,
                reached.path());
    }

    static Found of(Reacher reacher) {
        return new Found(
                reacher.who(),
                reacher.name(),
                reacher.kind(),
                Sensitivity.UNKNOWN,
                reacher.path().certainty(),
                Fate.KEPT,
                reacher.path().hops());
    }

    Found with(Fate other) {
        return new Found(id, name, kind, sensitivity, certainty, other, path);
    }

    /// What is done to the target in the end.
    public HopKind how() {
        return path.getLast().kind();
    }
}
