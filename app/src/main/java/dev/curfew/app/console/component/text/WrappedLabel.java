package dev.curfew.app.console.component.text;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Words over as many lines as they need; they are not cut where there is little room.
public final class WrappedLabel extends Label {

    public WrappedLabel(String words) {
        super(words);
        setWrapText(true);
        setMinHeight(Region.USE_PREF_SIZE);
    }

    /// What stands beside something else, and is read after it.
    public static WrappedLabel muted(String words) {
        WrappedLabel label = new WrappedLabel(words);
        label.getStyleClass().add("muted");
        return label;
    }
}
