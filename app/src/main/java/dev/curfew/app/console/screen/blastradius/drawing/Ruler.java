package dev.curfew.app.console.screen.blastradius.drawing;

import dev.curfew.app.console.theme.Fonts;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Measures and cuts text of the interface's font, in em. On any thread; not by two at once.
public final class Ruler {
    private static final String DOTS = "…";

    /// Large enough that rounding to pixels does not show.
    private static final double PIXELS = 64;

    private final Text text = new Text();

    public Ruler() {
        text.setFont(Font.font(Fonts.FAMILY, PIXELS));
    }

    public double width(String words) {
        text.setText(words);
        return text.getLayoutBounds().getWidth() / PIXELS;
    }

    /// The text, or as much of it as fits with dots behind.
    String cut(String words, double width) {
        if (width(words) <= width) {
            return words;
        }
        int low = 0;
        int high = words.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (width(words.substring(0, middle) + DOTS) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return words.substring(0, low).stripTrailing() + DOTS;
    }
}
