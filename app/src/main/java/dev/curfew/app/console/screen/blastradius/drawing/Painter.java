package dev.curfew.app.console.screen.blastradius.drawing;

import dev.curfew.analysis.reach.Certainty;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Box;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Line;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Point;
import dev.curfew.app.console.theme.Token;
import dev.curfew.app.console.theme.Tokens;
import dev.curfew.model.attribute.Sensitivity;
import java.util.List;
import java.util.Set;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;

/// Draws boxes and lines. How sure a step is shows as the line's pattern: solid, dashed, dotted.
final class Painter {

    private static final String FAMILY = "Inter";
    private static final double ARC_EM = 0.5;
    private static final double ARROW_EM = 0.55;
    private static final double SHAPE_EM = 0.9;

    /// Below this zoom letters are a grey smear: boxes only.
    private static final double WORDS_ZOOM_MIN = 0.35;

    private final GraphicsContext pen;
    private final Tokens tokens;
    private final double scale;
    private final View view;

    /// @param em pixels of an em on the screen
    Painter(GraphicsContext pen, Tokens tokens, double em, View view) {
        this.pen = pen;
        this.tokens = tokens;
        this.view = view;
        this.scale = em * view.zoom();
    }

    /// @param lit keys of the boxes on the chosen path
    /// @param focused key of the box the keyboard is on; empty: none
    void paint(Drawing drawing, Set<String> lit, String focused, double width, double height) {
        pen.setLineDashes();
        pen.setFill(tokens.get(Token.BG_DEFAULT));
        pen.fillRect(0, 0, width, height);
        List<Line> behind =
                drawing.lines().stream().filter(line -> !isLit(line, lit)).toList();
        behind.forEach(line -> line(line, false));
        drawing.lines().stream().filter(line -> isLit(line, lit)).forEach(line -> line(line, true));
        drawing.boxes()
                .forEach(box -> box(
                        box, lit.contains(box.node().key()), box.node().key().equals(focused)));
    }

    private static boolean isLit(Line line, Set<String> lit) {
        return lit.contains(line.edge().from()) && lit.contains(line.edge().to());
    }

    private void line(Line line, boolean lit) {
        pen.setStroke(tokens.get(lit ? Token.ACCENT : Token.BORDER));
        pen.setFill(tokens.get(lit ? Token.ACCENT : Token.BORDER));
        pen.setLineWidth(lit ? 2.5 : 1.25);
        dash(line.edge().certainty());
        List<Point> points = line.points();
        pen.strokePolyline(
                points.stream().mapToDouble(point -> x(point.x())).toArray(),
                points.stream().mapToDouble(point -> y(point.y())).toArray(),
                points.size());
        pen.setLineDashes();
        if (points.size() > 1) {
            arrow(points.get(points.size() - 2), points.getLast());
        }
    }

    private void arrow(Point from, Point to) {
        double angle = Math.atan2(to.y() - from.y(), to.x() - from.x());
        double size = ARROW_EM * scale;
        double tipX = x(to.x());
        double tipY = y(to.y());
        double spread = Math.PI / 7;
        pen.fillPolygon(
                new double[] {tipX, tipX - size * Math.cos(angle - spread), tipX - size * Math.cos(angle + spread)},
                new double[] {tipY, tipY - size * Math.sin(angle - spread), tipY - size * Math.sin(angle + spread)},
                3);
    }

    private void box(Box box, boolean lit, boolean focused) {
        double left = x(box.x());
        double top = y(box.y());
        double width = box.width() * scale;
        double height = box.height() * scale;
        double arc = ARC_EM * 2 * scale;
        boolean high = box.node().sensitivity() == Sensitivity.HIGH;
        if (box.node().folded()) {
            pen.setStroke(tokens.get(Token.BORDER));
            pen.setLineWidth(1);
            double shift = 0.22 * scale;
            pen.strokeRoundRect(left + shift, top + shift, width, height, arc, arc);
        }
        pen.setFill(tokens.get(lit ? Token.ACCENT_SUBTLE : high ? Token.DANGER_SUBTLE : Token.BG_SUBTLE));
        pen.fillRoundRect(left, top, width, height, arc, arc);
        pen.setStroke(tokens.get(lit ? Token.ACCENT : high ? Token.DANGER : Token.FG_MUTED));
        pen.setLineWidth(lit ? 2 : 1);
        dash(box.node().certainty());
        pen.strokeRoundRect(left, top, width, height, arc, arc);
        pen.setLineDashes();
        if (focused) {
            pen.setStroke(tokens.get(Token.FG_DEFAULT));
            pen.setLineWidth(2);
            double gap = 0.22 * scale;
            pen.strokeRoundRect(left - gap, top - gap, width + 2 * gap, height + 2 * gap, arc + gap, arc + gap);
        }
        words(box, left, top, width, height);
    }

    private void words(Box box, double left, double top, double width, double height) {
        double sign = SHAPE_EM * scale;
        pen.setStroke(tokens.get(Token.FG_DEFAULT));
        pen.setLineWidth(1.5);
        Shape.of(box.node()).draw(pen, left + 0.65 * scale, top + (height - sign) / 2, sign);
        if (view.zoom() < WORDS_ZOOM_MIN) {
            return;
        }
        double textLeft = left + 2.1 * scale;
        double room = width - 2.7 * scale;
        pen.setTextBaseline(VPos.CENTER);
        pen.setFont(Font.font(FAMILY, scale));
        pen.setFill(tokens.get(Token.FG_DEFAULT));
        pen.fillText(Ellipsis.cut(NodeWords.name(box.node()), pen.getFont(), room), textLeft, top + height * 0.34);
        pen.setFont(Font.font(FAMILY, scale * LayeredLayout.KIND_SIZE));
        pen.setFill(tokens.get(Token.FG_MUTED));
        pen.fillText(Ellipsis.cut(NodeWords.kind(box.node()), pen.getFont(), room), textLeft, top + height * 0.7);
    }

    private void dash(Certainty certainty) {
        switch (certainty) {
            case CERTAIN -> pen.setLineDashes();
            case CONDITIONAL -> pen.setLineDashes(6, 4);
            case UNKNOWN -> pen.setLineDashes(2, 4);
        }
    }

    private double x(double em) {
        return (em - view.left()) * scale;
    }

    private double y(double em) {
        return (em - view.top()) * scale;
    }
}
