package dev.curfew.app.console.component.layout;

import dev.curfew.app.console.component.text.WrappedLabel;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// A part of a page under its heading.
public final class Section extends VBox {

    public Section(String title, Node... content) {
        getStyleClass().add("section");
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        getChildren().add(heading);
        getChildren().addAll(content);
    }

    /// Sentences, one below the other.
    public static Section of(String title, List<String> sentences) {
        VBox lines = new VBox();
        lines.getStyleClass().add("tight-lines");
        sentences.forEach(sentence -> lines.getChildren().add(new WrappedLabel(sentence)));
        return new Section(title, lines);
    }
}
