package dev.curfew.app.console.screen.blastradius.drawing.paint;

import dev.curfew.analysis.sketch.Fate;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Box;
import dev.curfew.app.console.screen.blastradius.drawing.LayeredLayout;
import dev.curfew.app.console.screen.blastradius.drawing.Ruler;
import dev.curfew.app.console.screen.blastradius.drawing.paint.Pen.Stroke;
import dev.curfew.app.console.theme.Token;
import dev.curfew.model.attribute.Sensitivity;
import javafx.scene.paint.Color;

/// Paints nodes: what is lost is a ghost with its name struck through, what is gained has a plus.
final class BoxPainter {
    private static final double ARC_EM = 0.5;
    private static final double SIGN_EM = 0.9;
    private static final double SIGN_LEFT_EM = 0.65;
    private static final double EDGE_EM = 0.22;

    private final Pen pen;
    private final Paints paints;
    private final Frame frame;
    private final Ruler ruler = new Ruler();

    BoxPainter(Pen pen, Paints paints, Frame frame) {
        this.pen = pen;
        this.paints = paints;
        this.frame = frame;
    }

    void paint(Box box, boolean lit, boolean focused) {
        double left = frame.x(box.area().left());
        double top = frame.y(box.area().top());
        double width = box.width() * frame.scale();
        double height = box.height() * frame.scale();
        Color outline = paints.get(outline(box, lit));
        if (!frame.hasDetail()) {
            pen.fillRectangle(outline, left, top, width, height, 0);
            return;
        }
        double arc = ARC_EM * 2 * frame.scale();
        double edge = EDGE_EM * frame.scale();
        if (box.node().folded()) {
            pen.rectangle(new Stroke(outline, 1), left + edge, top + edge, width, height, arc);
        }
        pen.fillRectangle(paints.get(inside(box, lit)), left, top, width, height, arc);
        Stroke stroke =
                new Stroke(outline, lit ? 2 : 1, Paints.dashes(box.node().certainty()));
        pen.rectangle(stroke, left, top, width, height, arc);
        if (focused) {
            Stroke ring = new Stroke(paints.get(Token.FG_DEFAULT), 2);
            pen.rectangle(ring, left - edge, top - edge, width + 2 * edge, height + 2 * edge, arc + edge);
        }
        inside(box, left, top, width, height);
    }

    private static boolean isHigh(Box box) {
        return box.node().sensitivity() == Sensitivity.HIGH;
    }

    private static Token outline(Box box, boolean lit) {
        if (lit) {
            return Token.ACCENT;
        }
        return switch (box.node().fate()) {
            case LOST -> Token.BORDER;
            case GAINED -> Token.WARNING;
            case KEPT -> isHigh(box) ? Token.DANGER : Token.FG_MUTED;
        };
    }

    private static Token inside(Box box, boolean lit) {
        if (lit) {
            return Token.ACCENT_SUBTLE;
        }
        return switch (box.node().fate()) {
            case LOST -> Token.BG_DEFAULT;
            case GAINED -> Token.WARNING_SUBTLE;
            case KEPT -> isHigh(box) ? Token.DANGER_SUBTLE : Token.BG_SUBTLE;
        };
    }

    private void inside(Box box, double left, double top, double width, double height) {
        double scale = frame.scale();
        boolean lost = box.node().fate() == Fate.LOST;
        Color ink = paints.get(lost ? Token.FG_MUTED : Token.FG_DEFAULT);
        double size = SIGN_EM * scale;
        Shape.of(box.node())
                .draw(pen, new Stroke(ink, 1.5), left + SIGN_LEFT_EM * scale, top + (height - size) / 2, size);
        if (!frame.hasWords()) {
            return;
        }
        double wordsLeft = left + LayeredLayout.WORDS_LEFT_EM * scale;
        double nameMiddle = top + height * 0.34;
        pen.text(ink, scale, box.name(), wordsLeft, nameMiddle);
        if (lost) {
            double end = wordsLeft + ruler.width(box.name()) * scale;
            pen.polyline(new Stroke(ink, 1), new double[] {wordsLeft, end}, new double[] {nameMiddle, nameMiddle});
        }
        Color below = paints.get(box.node().fate() == Fate.GAINED ? Token.FG_DEFAULT : Token.FG_MUTED);
        pen.text(below, scale * LayeredLayout.KIND_SIZE, box.kind(), wordsLeft, top + height * 0.7);
        badge(box.node().fate(), left + width - 1.1 * scale, top + height / 2, 0.55 * scale);
    }

    /// A minus or a plus in a circle.
    private void badge(Fate fate, double x, double y, double radius) {
        if (fate == Fate.KEPT) {
            return;
        }
        Stroke stroke = new Stroke(paints.get(fate == Fate.LOST ? Token.FG_MUTED : Token.WARNING), 1.5);
        pen.oval(stroke, x - radius, y - radius, 2 * radius, 2 * radius);
        double arm = radius * 0.55;
        pen.polyline(stroke, new double[] {x - arm, x + arm}, new double[] {y, y});
        if (fate == Fate.GAINED) {
            pen.polyline(stroke, new double[] {x, x}, new double[] {y - arm, y + arm});
        }
    }
}
