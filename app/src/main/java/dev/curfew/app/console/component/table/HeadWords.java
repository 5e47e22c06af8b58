package dev.curfew.app.console.component.table;

/// How wide a column's title is, in em. Told by its letters and a little more than the font has, so that columns are
/// fitted without a toolkit.
final class HeadWords {
    /// What the sheet leaves beside a title on both sides, and the line between two columns.
    private static final double PADDING_EMS = 1.4;

    /// The arrow of a sorted column and what is beside it, as in the sheet.
    static final double ARROW_EMS = 1.1;

    private static final double NARROW_EMS = 0.4;
    private static final double LETTER_EMS = 0.64;
    private static final double CAPITAL_EMS = 0.76;
    private static final double BROAD_EMS = 0.95;

    private HeadWords() {}

    static double ems(String title) {
        return title.isEmpty()
                ? 0
                : PADDING_EMS + title.chars().mapToDouble(HeadWords::letter).sum();
    }

    private static double letter(int letter) {
        if ("mwMW".indexOf(letter) >= 0) {
            return BROAD_EMS;
        }
        if ("fijlrtI .,:'-".indexOf(letter) >= 0) {
            return NARROW_EMS;
        }
        return Character.isUpperCase(letter) ? CAPITAL_EMS : LETTER_EMS;
    }
}
