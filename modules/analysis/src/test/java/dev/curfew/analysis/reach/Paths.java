package dev.curfew.analysis.reach;

import dev.curfew.model.id.EntityId;
import java.util.stream.Collectors;

/// A reach in short form.
public final class Paths {
    private Paths() {}

    /// `CERTAIN: HOLDS policy/p > READS path/a`, or `none`.
    public static String to(Reach reach, EntityId target) {
        return reach.reached().stream()
                .filter(it -> it.target().equals(target))
                .map(it -> it.certainty() + ": "
                        + it.path().stream()
                                .map(hop -> hop.kind() + " " + hop.to().nativeId())
                                .collect(Collectors.joining(" > ")))
                .findFirst()
                .orElse("none");
    }
}
