package dev.curfew.app.console.component.layout;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Names and values, one a line.
public final class Facts extends GridPane {

    public Facts() {
        getStyleClass().add("facts");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
    }

    /// Adds a line, unless the value is blank.
    public Facts add(String name, String value) {
        if (!value.isBlank()) {
            Label words = new Label(value);
            words.setWrapText(true);
            words.setMinHeight(Region.USE_PREF_SIZE);
            add(name, words);
        }
        return this;
    }

    public Facts add(String name, Node value) {
        Label label = new Label(name);
        label.getStyleClass().add("fact-name");
        GridPane.setValignment(label, VPos.TOP);
        label.setLabelFor(value);
        addRow(getRowCount(), label, value);
        return this;
    }
}
