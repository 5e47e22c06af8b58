package dev.curfew.app.console.component.form;

import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A control under its words, which are also its accessible text.
public final class Field extends VBox {

    private Field(String words, Node shown, Node named, String hint) {
        getStyleClass().add("field");
        Label label = new Label(words);
        label.getStyleClass().add("field-label");
        label.setLabelFor(named);
        named.setAccessibleText(hint.isEmpty() ? words : words + ". " + hint);
        getChildren().addAll(label, shown);
        if (!hint.isEmpty()) {
            Label below = new Label(hint);
            below.getStyleClass().addAll("field-hint", "muted");
            below.setWrapText(true);
            getChildren().add(below);
        }
        if (shown instanceof Control control) {
            control.setMaxWidth(Double.MAX_VALUE);
        }
    }

    /// @param hint may be empty
    public static Field of(String words, Node control, String hint) {
        return new Field(words, control, control, hint);
    }

    /// A control with something beside it.
    public static Field of(String words, Node shown, Node control) {
        return new Field(words, shown, control, "");
    }
}
