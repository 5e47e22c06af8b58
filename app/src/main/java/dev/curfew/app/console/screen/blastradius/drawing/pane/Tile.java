package dev.curfew.app.console.screen.blastradius.drawing.pane;

import javafx.scene.canvas.Canvas;

/// A square of the picture.
///
/// @param column its place, in squares from the drawing's own corner; may be negative
record Tile(int column, int row) {
    /// Few enough in a window that moving them is cheap, small enough that one is painted within a frame.
    static final int SIDE = 512;

    Canvas canvas(Canvas canvas) {
        canvas.setLayoutX((double) column * SIDE);
        canvas.setLayoutY((double) row * SIDE);
        return canvas;
    }
}
