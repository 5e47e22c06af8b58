package dev.curfew.app.console.screen.blastradius.drawing;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// Cuts text to a width.
final class Ellipsis {

    private static final String DOTS = "…";

    private Ellipsis() {}

    /// The text, or as much of it as fits with dots behind.
    static String cut(String text, Font font, double width) {
        if (measure(text, font) <= width) {
            return text;
        }
        int low = 0;
        int high = text.length();
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (measure(text.substring(0, middle) + DOTS, font) <= width) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return text.substring(0, low) + DOTS;
    }

    private static double measure(String text, Font font) {
        Text ruler = new Text(text);
        ruler.setFont(font);
        return ruler.getLayoutBounds().getWidth();
    }
}
