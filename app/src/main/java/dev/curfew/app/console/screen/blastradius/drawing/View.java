package dev.curfew.app.console.screen.blastradius.drawing;

/// Which part of a drawing is looked at.
///
/// @param left the drawing's x at the left edge, in em
/// @param top the drawing's y at the upper edge, in em
/// @param zoom 1: as large as the text beside it
record View(double left, double top, double zoom) {

    static final double ZOOM_MIN = 0.2;
    static final double ZOOM_MAX = 3;

    /// Small drawings are not blown up to fill the window.
    private static final double FIT_ZOOM_MAX = 1;

    static final View START = new View(0, 0, 1);

    View moved(double rightEm, double downEm) {
        return new View(left + rightEm, top + downEm, zoom);
    }

    /// Zooms, and keeps the given point of the drawing where it is on the screen.
    View zoomed(double factor, double x, double y) {
        double next = Math.clamp(zoom * factor, ZOOM_MIN, ZOOM_MAX);
        double ratio = zoom / next;
        return new View(x - (x - left) * ratio, y - (y - top) * ratio, next);
    }

    /// Smaller words would be read one by one.
    private static final double LEGIBLE_ZOOM_MIN = 0.7;

    /// The drawing in the middle, as much of it as can be read; the start is on it, for that is where one begins.
    static View begin(Drawing drawing, double widthEm, double heightEm) {
        View whole = fit(drawing, widthEm, heightEm);
        if (whole.zoom() >= LEGIBLE_ZOOM_MIN || drawing.boxes().isEmpty()) {
            return whole;
        }
        double shown = heightEm / LEGIBLE_ZOOM_MIN;
        return new View(-1, drawing.boxes().getFirst().middleY() - shown / 2, LEGIBLE_ZOOM_MIN);
    }

    /// The whole drawing, in the middle.
    static View fit(Drawing drawing, double widthEm, double heightEm) {
        if (drawing.width() <= 0 || drawing.height() <= 0 || widthEm <= 0 || heightEm <= 0) {
            return START;
        }
        double zoom =
                Math.clamp(Math.min(widthEm / drawing.width(), heightEm / drawing.height()), ZOOM_MIN, FIT_ZOOM_MAX);
        return new View((drawing.width() - widthEm / zoom) / 2, (drawing.height() - heightEm / zoom) / 2, zoom);
    }
}
