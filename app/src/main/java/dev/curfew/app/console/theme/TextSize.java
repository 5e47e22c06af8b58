package dev.curfew.app.console.theme;

/// The size of the text; everything else is measured by it.
public enum TextSize {
    PERCENT_90(90),
    PERCENT_100(100),
    PERCENT_125(125),
    PERCENT_150(150);

    /// At 100 %: as large as a desktop's own text, small enough for dense tables.
    private static final double BASE_PIXELS = 13;

    /// Icons are this much larger than the text beside them.
    private static final double ICON_RATIO = 1.25;

    private final int percent;

    TextSize(int percent) {
        this.percent = percent;
    }

    public int percent() {
        return percent;
    }

    double textPixels() {
        return BASE_PIXELS * percent / 100;
    }

    double iconPixels() {
        return textPixels() * ICON_RATIO;
    }
}
