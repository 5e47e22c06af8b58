package dev.curfew.app.console.screen.blastradius.drawing.paint;

import javafx.scene.paint.Color;

/// What a painter paints with. Lengths are in pixels.
public interface Pen {

    /// A line's look.
    ///
    /// @param dashes lengths of strokes and gaps in turn; empty: solid
    @SuppressWarnings("ArrayRecordComponent") // constants of the painter's, handed to JavaFX as they are
    record Stroke(Color color, double width, double... dashes) {}

    void polyline(Stroke stroke, double[] xs, double[] ys);

    void polygon(Stroke outline, double[] xs, double[] ys);

    void fill(Color color, double[] xs, double[] ys);

    void oval(Stroke outline, double x, double y, double width, double height);

    void fillOval(Color color, double x, double y, double width, double height);

    /// @param arc the corners' diameter; 0: none
    void rectangle(Stroke outline, double x, double y, double width, double height, double arc);

    void fillRectangle(Color color, double x, double y, double width, double height, double arc);

    /// @param middle the height of the middle of its letters
    void text(Color color, double size, String words, double x, double middle);
}
