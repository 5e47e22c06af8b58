package dev.curfew.app.console.screen.blastradius.export;

import dev.curfew.app.console.screen.blastradius.drawing.paint.Pen;
import dev.curfew.app.console.theme.DrawingFont;
import java.awt.BasicStroke;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import javafx.scene.paint.Color;

/// Paints on an image in memory, on any thread.
final class AwtPen implements Pen {
    private final Graphics2D graphics;

    AwtPen(Graphics2D graphics) {
        this.graphics = graphics;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    private void draw(Stroke stroke, Shape shape) {
        graphics.setColor(awt(stroke.color()));
        float width = (float) stroke.width();
        graphics.setStroke(
                stroke.dashes().length == 0
                        ? new BasicStroke(width)
                        : new BasicStroke(
                                width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, floats(stroke.dashes()), 0));
        graphics.draw(shape);
    }

    private static float[] floats(double... values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    private void fill(Color color, Shape shape) {
        graphics.setColor(awt(color));
        graphics.fill(shape);
    }

    private static java.awt.Color awt(Color color) {
        return new java.awt.Color(
                (float) color.getRed(), (float) color.getGreen(), (float) color.getBlue(), (float) color.getOpacity());
    }

    private static Path2D path(double[] xs, double[] ys, boolean closed) {
        Path2D path = new Path2D.Double();
        path.moveTo(xs[0], ys[0]);
        for (int i = 1; i < xs.length; i++) {
            path.lineTo(xs[i], ys[i]);
        }
        if (closed) {
            path.closePath();
        }
        return path;
    }

    @Override
    public void polyline(Stroke stroke, double[] xs, double[] ys) {
        draw(stroke, path(xs, ys, false));
    }

    @Override
    public void polygon(Stroke outline, double[] xs, double[] ys) {
        draw(outline, path(xs, ys, true));
    }

    @Override
    public void fill(Color color, double[] xs, double[] ys) {
        fill(color, path(xs, ys, true));
    }

    @Override
    public void oval(Stroke outline, double x, double y, double width, double height) {
        draw(outline, new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public void fillOval(Color color, double x, double y, double width, double height) {
        fill(color, new Ellipse2D.Double(x, y, width, height));
    }

    @Override
    public void rectangle(Stroke outline, double x, double y, double width, double height, double arc) {
        draw(outline, new RoundRectangle2D.Double(x, y, width, height, arc, arc));
    }

    @Override
    public void fillRectangle(Color color, double x, double y, double width, double height, double arc) {
        fill(color, new RoundRectangle2D.Double(x, y, width, height, arc, arc));
    }

    @Override
    public void text(Color color, double size, String words, double x, double middle) {
        graphics.setColor(awt(color));
        graphics.setFont(DrawingFont.ofSize(size).deriveFont((float) size));
        FontMetrics metrics = graphics.getFontMetrics();
        graphics.drawString(words, (float) x, (float) (middle + (metrics.getAscent() - metrics.getDescent()) / 2.0));
    }
}
