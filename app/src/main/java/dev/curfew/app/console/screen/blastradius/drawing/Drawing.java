package dev.curfew.app.console.screen.blastradius.drawing;

import dev.curfew.analysis.sketch.SketchEdge;
import dev.curfew.analysis.sketch.SketchNode;
import java.util.List;

/// A graph with places. All lengths are in em, from the upper left corner.
public record Drawing(List<Box> boxes, List<Line> lines, double width, double height) {

    public static final Drawing EMPTY = new Drawing(List.of(), List.of(), 0, 0);

    public Drawing {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    public record Box(SketchNode node, double x, double y, double width, double height) {
        boolean contains(double px, double py) {
            return px >= x && px <= x + width && py >= y && py <= y + height;
        }

        double middleX() {
            return x + width / 2;
        }

        double middleY() {
            return y + height / 2;
        }
    }

    public record Point(double x, double y) {}

    /// @param points at least start and end
    public record Line(SketchEdge edge, List<Point> points) {
        public Line {
            points = List.copyOf(points);
        }
    }
}
