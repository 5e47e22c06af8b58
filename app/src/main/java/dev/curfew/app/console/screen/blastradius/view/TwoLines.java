package dev.curfew.app.console.screen.blastradius.view;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A row of a list: what it is, and below, smaller, what is to be known of it, with chips.
final class TwoLines extends VBox {

    /// @param whole what the tooltip says
    TwoLines(String title, String below, String whole, List<? extends Node> chips) {
        getStyleClass().add("path-cell");
        Label top = new Label(title);
        top.setTooltip(new Tooltip(whole));
        Label what = new Label(below);
        what.getStyleClass().add("muted");
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        HBox row = new HBox(what);
        row.getChildren().addAll(chips);
        row.getStyleClass().add("path-row");
        row.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(top, row);
    }
}
