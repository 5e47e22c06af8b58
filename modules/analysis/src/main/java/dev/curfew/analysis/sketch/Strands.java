package dev.curfew.analysis.sketch;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.model.id.EntityId;
import java.util.List;
import java.util.function.Function;

/// What is to be drawn: paths, all seen from the same place.
///
/// @param roots where somebody looks from: all paths begin there, or end there
/// @param paths each of hops that follow one another; of several that lead to the same thing the first says how sure
///     it is
/// @param fate what becomes of a hop
public record Strands(
        List<? extends EntityId> roots, Direction direction, List<List<Hop>> paths, Function<Hop, Fate> fate) {

    public Strands {
        roots = List.copyOf(roots);
        paths = List.copyOf(paths);
    }

    /// Nothing is planned: all is kept.
    public static Strands of(List<? extends EntityId> roots, Direction direction, List<List<Hop>> paths) {
        return new Strands(roots, direction, paths, _ -> Fate.KEPT);
    }
}
