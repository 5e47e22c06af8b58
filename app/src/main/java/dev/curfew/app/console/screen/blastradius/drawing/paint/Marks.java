package dev.curfew.app.console.screen.blastradius.drawing.paint;

import dev.curfew.analysis.reach.Hop;
import dev.curfew.analysis.sketch.SketchEdge;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Box;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Line;
import java.util.Optional;
import java.util.Set;

/// What stands out in a drawing.
///
/// @param boxes keys of those on the chosen path
/// @param path its hops
/// @param step the hop of it that is looked at
/// @param focusedBox the key of the one the keyboard is on; empty: none
/// @param focusedEdge likewise, of a line
public record Marks(
        Set<String> boxes, Set<Hop> path, Optional<Hop> step, String focusedBox, Optional<SketchEdge> focusedEdge) {

    public static final Marks NONE = new Marks(Set.of(), Set.of(), Optional.empty(), "", Optional.empty());

    public Marks {
        boxes = Set.copyOf(boxes);
        path = Set.copyOf(path);
    }

    public boolean lights(Box box) {
        return boxes.contains(box.node().key());
    }

    public boolean lights(Line line) {
        return !path.isEmpty() && line.edge().hops().stream().anyMatch(path::contains);
    }

    boolean isStep(Line line) {
        return step.filter(hop -> line.edge().hops().contains(hop)).isPresent();
    }

    boolean focuses(Box box) {
        return box.node().key().equals(focusedBox);
    }

    boolean focuses(Line line) {
        return focusedEdge.filter(line.edge()::equals).isPresent();
    }

    public Marks withFocus(String box, Optional<SketchEdge> edge) {
        return new Marks(boxes, path, step, box, edge);
    }

    public Marks withPath(Set<String> keys, Set<Hop> hops, Optional<Hop> looked) {
        return new Marks(keys, hops, looked, focusedBox, focusedEdge);
    }
}
