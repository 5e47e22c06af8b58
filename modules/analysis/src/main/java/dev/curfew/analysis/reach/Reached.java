package dev.curfew.analysis.reach;

import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.id.EntityId;
import java.util.List;

/// Something that can be reached, by the surest of its shortest paths.
///
/// @param name as its users know it
/// @param kind `<provider>.<kind>`
/// @param path from the start to the target; never empty
public record Reached(
        EntityId target, String name, String kind, Sensitivity sensitivity, Certainty certainty, List<Hop> path) {

    public Reached {
        path = List.copyOf(path);
        if (path.isEmpty() || !path.getLast().to().equals(target)) {
            throw new IllegalArgumentException("a path ends at its target: " + target);
        }
    }

    /// The last hop's kind: what can be done to the target.
    public HopKind how() {
        return path.getLast().kind();
    }
}
