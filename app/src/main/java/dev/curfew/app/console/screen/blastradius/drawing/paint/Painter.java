package dev.curfew.app.console.screen.blastradius.drawing.paint;

import dev.curfew.app.console.screen.blastradius.drawing.Drawing;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Area;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Box;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Line;
import java.util.ArrayList;
import java.util.List;

/// Paints the part of a drawing that is in sight. Lines lie under boxes, what is chosen over what is not.
public final class Painter {
    /// What sticks out of a box: the focus, a fold's second edge.
    private static final double OUTSIDE_EM = 0.6;

    private final LinePainter lines;
    private final BoxPainter boxes;

    /// @param left of the drawing, in em, what is at pixel 0
    /// @param scale pixels of an em
    public Painter(Pen pen, Paints paints, double left, double top, double scale) {
        Frame frame = new Frame(left, top, scale);
        lines = new LinePainter(pen, paints, frame);
        boxes = new BoxPainter(pen, paints, frame);
    }

    /// @param seen only what meets it is painted
    public void paint(Drawing drawing, Marks marks, Area seen) {
        Area near = seen.grown(OUTSIDE_EM);
        List<Line> lit = new ArrayList<>();
        for (Line line : drawing.lines()) {
            if (line.area().meets(near)) {
                if (marks.lights(line) || marks.focuses(line)) {
                    lit.add(line);
                } else {
                    lines.paint(line, LinePainter.Look.PLAIN);
                }
            }
        }
        lit.forEach(line -> lines.paint(line, look(line, marks)));
        for (Box box : drawing.boxes()) {
            if (box.area().meets(near)) {
                boxes.paint(box, marks.lights(box), marks.focuses(box));
            }
        }
    }

    private static LinePainter.Look look(Line line, Marks marks) {
        if (marks.focuses(line)) {
            return LinePainter.Look.FOCUSED;
        }
        return marks.isStep(line) ? LinePainter.Look.STEP : LinePainter.Look.LIT;
    }
}
