package dev.curfew.app.console.screen.blastradius.drawing.paint;

import dev.curfew.app.console.theme.Fonts;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;

/// Paints on a canvas.
public final class CanvasPen implements Pen {
    private final GraphicsContext context;

    public CanvasPen(GraphicsContext context) {
        this.context = context;
        context.setTextBaseline(VPos.CENTER);
    }

    private void set(Stroke stroke) {
        context.setStroke(stroke.color());
        context.setLineWidth(stroke.width());
        context.setLineDashes(stroke.dashes());
    }

    @Override
    public void polyline(Stroke stroke, double[] xs, double[] ys) {
        set(stroke);
        context.strokePolyline(xs, ys, xs.length);
    }

    @Override
    public void polygon(Stroke outline, double[] xs, double[] ys) {
        set(outline);
        context.strokePolygon(xs, ys, xs.length);
    }

    @Override
    public void fill(Color color, double[] xs, double[] ys) {
        context.setFill(color);
        context.fillPolygon(xs, ys, xs.length);
    }

    @Override
    public void oval(Stroke outline, double x, double y, double width, double height) {
        set(outline);
        context.strokeOval(x, y, width, height);
    }

    @Override
    public void fillOval(Color color, double x, double y, double width, double height) {
        context.setFill(color);
        context.fillOval(x, y, width, height);
    }

    @Override
    public void rectangle(Stroke outline, double x, double y, double width, double height, double arc) {
        set(outline);
        if (arc > 0) {
            context.strokeRoundRect(x, y, width, height, arc, arc);
        } else {
            context.strokeRect(x, y, width, height);
        }
    }

    @Override
    public void fillRectangle(Color color, double x, double y, double width, double height, double arc) {
        context.setFill(color);
        if (arc > 0) {
            context.fillRoundRect(x, y, width, height, arc, arc);
        } else {
            context.fillRect(x, y, width, height);
        }
    }

    @Override
    public void text(Color color, double size, String words, double x, double middle) {
        Font font = context.getFont();
        if (font.getSize() != size || !font.getFamily().equals(Fonts.FAMILY)) {
            context.setFont(Font.font(Fonts.FAMILY, size));
        }
        context.setFill(color);
        context.fillText(words, x, middle);
    }
}
