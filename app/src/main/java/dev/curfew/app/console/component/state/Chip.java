package dev.curfew.app.console.component.state;

import javafx.scene.control.Label;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// A state as shape, word and colour.
public final class Chip extends Label {

    private Chip(Tone tone, Ikon shape, String words) {
        super(words, small(shape));
        getStyleClass().addAll("chip", tone.styleClass());
        setAccessibleText(words);
    }

    private static FontIcon small(Ikon shape) {
        FontIcon icon = new FontIcon(shape);
        icon.getStyleClass().add("icon-small");
        return icon;
    }

    public static Chip of(Tone tone, String words) {
        return new Chip(tone, tone.shape(), words);
    }

    public static Chip of(Tone tone, Ikon shape, String words) {
        return new Chip(tone, shape, words);
    }

    /// Over as many lines as the words need: a sentence is not cut.
    public static Chip sentence(Tone tone, String words) {
        Chip chip = of(tone, words);
        chip.setWrapText(true);
        chip.setMinHeight(USE_PREF_SIZE);
        return chip;
    }
}
