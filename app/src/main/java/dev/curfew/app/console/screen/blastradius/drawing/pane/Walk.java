package dev.curfew.app.console.screen.blastradius.drawing.pane;

import dev.curfew.analysis.sketch.SketchEdge;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Box;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Line;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Where the keyboard goes from a box.
record Walk(Drawing drawing, Box from) {

    /// The nearest box that lies wholly that way; sideways distance counts double.
    Optional<Box> towards(int right, int down) {
        return drawing.boxes().stream()
                .filter(to -> isBeyond(to, right, down))
                .min(Comparator.comparingDouble(to -> ahead(to, right, down) + 2 * aside(to, right)));
    }

    /// One that only begins a little further is beside, not ahead.
    private boolean isBeyond(Box to, int right, int down) {
        if (right != 0) {
            return right > 0
                    ? to.area().left() >= from.area().right()
                    : to.area().right() <= from.area().left();
        }
        return down > 0
                ? to.area().top() >= from.area().bottom()
                : to.area().bottom() <= from.area().top();
    }

    private double ahead(Box to, int right, int down) {
        return (to.middleX() - from.middleX()) * right + (to.middleY() - from.middleY()) * down;
    }

    private double aside(Box to, int right) {
        return right == 0 ? Math.abs(to.middleX() - from.middleX()) : Math.abs(to.middleY() - from.middleY());
    }

    /// The next line that leaves the box, or that comes to it, from top to bottom and round again.
    Optional<Line> nextLine(boolean leaving, Optional<SketchEdge> now) {
        String key = from.node().key();
        List<Line> lines = drawing.lines().stream()
                .filter(line ->
                        key.equals(leaving ? line.edge().from() : line.edge().to()))
                .sorted(Comparator.comparingDouble(line -> otherEnd(line, leaving)))
                .toList();
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        int place = now.map(edge -> lines.stream().map(Line::edge).toList().indexOf(edge))
                .orElse(-1);
        return Optional.of(lines.get((place + 1) % lines.size()));
    }

    private static double otherEnd(Line line, boolean leaving) {
        return leaving ? line.points().getLast().y() : line.points().getFirst().y();
    }
}
