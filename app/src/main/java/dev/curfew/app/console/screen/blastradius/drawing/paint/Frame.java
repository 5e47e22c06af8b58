package dev.curfew.app.console.screen.blastradius.drawing.paint;

/// Where a drawing's ems are in pixels.
record Frame(double left, double top, double scale) {
    /// With fewer pixels letters are a grey smear: boxes only.
    private static final double WORDS_PIXELS_MIN = 4.5;

    /// With fewer pixels round corners, arrows and dashes are no more than noise.
    private static final double DETAIL_PIXELS_MIN = 2.5;

    double x(double em) {
        return (em - left) * scale;
    }

    double y(double em) {
        return (em - top) * scale;
    }

    boolean hasWords() {
        return scale >= WORDS_PIXELS_MIN;
    }

    boolean hasDetail() {
        return scale >= DETAIL_PIXELS_MIN;
    }
}
