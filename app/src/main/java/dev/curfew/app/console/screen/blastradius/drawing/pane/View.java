package dev.curfew.app.console.screen.blastradius.drawing.pane;

import dev.curfew.app.console.screen.blastradius.drawing.Drawing;
import dev.curfew.app.console.screen.blastradius.drawing.Drawing.Area;

/// Which part of a drawing is looked at.
///
/// @param left the drawing's x at the left edge, in em
/// @param top the drawing's y at the upper edge, in em
/// @param zoom 1: as large as the text beside it
record View(double left, double top, double zoom) {

    /// The largest drawing is in sight as a whole.
    static final double ZOOM_MIN = 0.02;

    static final double ZOOM_MAX = 3;

    /// Small drawings are not blown up to fill the window.
    private static final double FIT_ZOOM_MAX = 1;

    /// Smaller words would be read one by one.
    private static final double LEGIBLE_ZOOM_MIN = 0.7;

    private static final double MARGIN_EM = 1;

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

    /// What is seen of a drawing.
    ///
    /// @param widthEm of the window at zoom 1
    Area area(double widthEm, double heightEm) {
        return new Area(left, top, left + widthEm / zoom, top + heightEm / zoom);
    }

    /// Moved only as far as needed to bring an area into sight: the way there stays in sight as well as it can.
    View revealing(Area wanted, double widthEm, double heightEm) {
        if (widthEm <= 0 || heightEm <= 0) {
            return this;
        }
        double nextLeft = within(left, widthEm / zoom, wanted.left(), wanted.right());
        double nextTop = within(top, heightEm / zoom, wanted.top(), wanted.bottom());
        return new View(nextLeft, nextTop, zoom);
    }

    private static double within(double from, double length, double low, double high) {
        if (low >= from && high <= from + length) {
            return from;
        }
        double least = high + MARGIN_EM - length;
        return Math.clamp(from, least, Math.max(low - MARGIN_EM, least));
    }

    /// The drawing in the middle, as much of it as can be read; the start is on it, for that is where one begins.
    static View begin(Drawing drawing, double widthEm, double heightEm) {
        View whole = fit(drawing, widthEm, heightEm);
        if (whole.zoom() >= LEGIBLE_ZOOM_MIN || drawing.boxes().isEmpty()) {
            return whole;
        }
        double shown = heightEm / LEGIBLE_ZOOM_MIN;
        Area start = drawing.boxes().getFirst().area();
        View near = new View(-MARGIN_EM, (start.top() + start.bottom() - shown) / 2, LEGIBLE_ZOOM_MIN);
        return near.revealing(start, widthEm, heightEm);
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
