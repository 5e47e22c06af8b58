package dev.curfew.app.console.screen.blastradius.drawing;

import dev.curfew.analysis.sketch.SketchEdge;
import dev.curfew.analysis.sketch.SketchNode;
import java.util.List;
import java.util.Optional;

/// A sketch with places. All lengths are in em, from the upper left corner.
public record Drawing(List<Box> boxes, List<Line> lines, double width, double height) {

    public static final Drawing EMPTY = new Drawing(List.of(), List.of(), 0, 0);

    public Drawing {
        boxes = List.copyOf(boxes);
        lines = List.copyOf(lines);
    }

    /// A part of the plane.
    public record Area(double left, double top, double right, double bottom) {

        public boolean meets(Area other) {
            return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom;
        }

        public boolean contains(double x, double y) {
            return x >= left && x <= right && y >= top && y <= bottom;
        }

        public Area grown(double by) {
            return new Area(left - by, top - by, right + by, bottom + by);
        }
    }

    /// @param name cut to the box
    /// @param kind the line below it, likewise
    public record Box(SketchNode node, String name, String kind, Area area) {

        public double width() {
            return area.right() - area.left();
        }

        public double height() {
            return area.bottom() - area.top();
        }

        public double middleX() {
            return (area.left() + area.right()) / 2;
        }

        public double middleY() {
            return (area.top() + area.bottom()) / 2;
        }
    }

    public record Point(double x, double y) {}

    /// @param points at least start and end
    /// @param area that all of them are in
    public record Line(SketchEdge edge, List<Point> points, Area area) {
        public Line {
            points = List.copyOf(points);
        }

        static Line of(SketchEdge edge, List<Point> points) {
            return new Line(
                    edge,
                    points,
                    new Area(
                            points.stream().mapToDouble(Point::x).min().orElse(0),
                            points.stream().mapToDouble(Point::y).min().orElse(0),
                            points.stream().mapToDouble(Point::x).max().orElse(0),
                            points.stream().mapToDouble(Point::y).max().orElse(0)));
        }

        /// How far a point is from it.
        public double distance(double x, double y) {
            double nearest = Double.MAX_VALUE;
            for (int i = 1; i < points.size(); i++) {
                nearest = Math.min(nearest, distance(points.get(i - 1), points.get(i), x, y));
            }
            return nearest;
        }

        private static double distance(Point from, Point to, double x, double y) {
            double alongX = to.x() - from.x();
            double alongY = to.y() - from.y();
            double length = alongX * alongX + alongY * alongY;
            double share =
                    length == 0 ? 0 : Math.clamp(((x - from.x()) * alongX + (y - from.y()) * alongY) / length, 0, 1);
            return Math.hypot(x - from.x() - share * alongX, y - from.y() - share * alongY);
        }

        /// Half the way along.
        public Point middle() {
            double left = length() / 2;
            for (int i = 1; i < points.size(); i++) {
                Point from = points.get(i - 1);
                Point to = points.get(i);
                double part = Math.hypot(to.x() - from.x(), to.y() - from.y());
                if (part >= left && part > 0) {
                    double share = left / part;
                    return new Point(from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y()));
                }
                left -= part;
            }
            return points.getLast();
        }

        private double length() {
            double length = 0;
            for (int i = 1; i < points.size(); i++) {
                length += Math.hypot(
                        points.get(i).x() - points.get(i - 1).x(),
                        points.get(i).y() - points.get(i - 1).y());
            }
            return length;
        }
    }

    /// How many things are drawn.
    public int size() {
        return boxes.size() + lines.size();
    }

    public Optional<Box> box(String key) {
        return boxes.stream().filter(box -> box.node().key().equals(key)).findFirst();
    }

    public Optional<Box> boxAt(double x, double y) {
        return boxes.stream().filter(box -> box.area().contains(x, y)).findFirst();
    }

    /// The nearest line, if it is near enough to be meant.
    public Optional<Line> lineAt(double x, double y, double near) {
        return lines.stream()
                .filter(line -> line.area().grown(near).contains(x, y))
                .filter(line -> line.distance(x, y) <= near)
                .min((one, other) -> Double.compare(one.distance(x, y), other.distance(x, y)));
    }
}
