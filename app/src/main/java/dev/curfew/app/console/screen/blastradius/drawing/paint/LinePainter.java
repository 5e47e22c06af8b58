package dev.curfew.app.console.screen.blastradius.drawing.paint;

import dev.curfew.analysis.sketch.Fate;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Line;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Point;
import dev.curfew.app.console.screen.blastradius.drawing.paint.Pen.Stroke;
import dev.curfew.app.console.theme.Token;
import java.util.List;
import javafx.scene.paint.Color;

/// Paints edges: what is lost is faint and crossed out, what is gained is strong and has a plus.
final class LinePainter {
    private static final double ARROW_EM = 0.55;
    private static final double SPREAD = Math.PI / 7;
    private static final double SIGN_EM = 0.42;

    enum Look {
        PLAIN,
        LIT,
        STEP,
        FOCUSED
    }

    private final Pen pen;
    private final Paints paints;
    private final Frame frame;

    LinePainter(Pen pen, Paints paints, Frame frame) {
        this.pen = pen;
        this.paints = paints;
        this.frame = frame;
    }

    void paint(Line line, Look look) {
        Color color = color(line.edge().fate(), look);
        double width = width(line.edge().fate(), look);
        List<Point> points = line.points();
        double[] xs = new double[points.size()];
        double[] ys = new double[points.size()];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = frame.x(points.get(i).x());
            ys[i] = frame.y(points.get(i).y());
        }
        if (!frame.hasDetail()) {
            pen.polyline(new Stroke(color, Math.min(width, 1)), xs, ys);
            return;
        }
        pen.polyline(new Stroke(color, width, Paints.dashes(line.edge().certainty())), xs, ys);
        arrow(color, points.get(points.size() - 2), points.getLast());
        sign(line, look);
    }

    private Color color(Fate fate, Look look) {
        return switch (look) {
            case FOCUSED -> paints.get(Token.FG_DEFAULT);
            case LIT, STEP -> paints.get(Token.ACCENT);
            case PLAIN ->
                switch (fate) {
                    case KEPT -> paints.faint(Token.FG_MUTED, 0.55);
                    case LOST -> paints.faint(Token.FG_MUTED, 0.4);
                    case GAINED -> paints.get(Token.WARNING);
                };
        };
    }

    private static double width(Fate fate, Look look) {
        return switch (look) {
            case STEP, FOCUSED -> 3.5;
            case LIT -> 2.25;
            case PLAIN -> fate == Fate.GAINED ? 2 : 1.25;
        };
    }

    private void arrow(Color color, Point from, Point to) {
        double angle = Math.atan2(to.y() - from.y(), to.x() - from.x());
        double size = ARROW_EM * frame.scale();
        double tipX = frame.x(to.x());
        double tipY = frame.y(to.y());
        pen.fill(
                color,
                new double[] {tipX, tipX - size * Math.cos(angle - SPREAD), tipX - size * Math.cos(angle + SPREAD)},
                new double[] {tipY, tipY - size * Math.sin(angle - SPREAD), tipY - size * Math.sin(angle + SPREAD)});
    }

    /// A cross or a plus half the way along.
    private void sign(Line line, Look look) {
        Fate fate = line.edge().fate();
        if (fate == Fate.KEPT) {
            return;
        }
        Point middle = line.middle();
        double x = frame.x(middle.x());
        double y = frame.y(middle.y());
        double arm = SIGN_EM * frame.scale();
        Token token = look == Look.PLAIN ? (fate == Fate.LOST ? Token.FG_MUTED : Token.WARNING) : Token.ACCENT;
        Stroke stroke = new Stroke(paints.get(token), 2);
        if (fate == Fate.LOST) {
            pen.polyline(stroke, new double[] {x - arm, x + arm}, new double[] {y - arm, y + arm});
            pen.polyline(stroke, new double[] {x - arm, x + arm}, new double[] {y + arm, y - arm});
        } else {
            pen.polyline(stroke, new double[] {x - arm, x + arm}, new double[] {y, y});
            pen.polyline(stroke, new double[] {x, x}, new double[] {y - arm, y + arm});
        }
    }
}
