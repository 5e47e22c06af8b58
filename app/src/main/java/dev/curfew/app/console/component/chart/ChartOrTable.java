package dev.curfew.app.console.component.chart;

import dev.curfew.model.text.Messages;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// A chart under a sentence that says the same, and in its place a table of its numbers.
public final class ChartOrTable extends VBox {

    private static final Messages MESSAGES = Messages.of(ChartOrTable.class);

    private final BarsChart chart;
    private final Label sentence = new Label();

    public ChartOrTable(BarsChart chart, Node table) {
        this.chart = chart;
        ToggleButton asTable = new ToggleButton(MESSAGES.text("as.table"));
        asTable.setAccessibleText(MESSAGES.text("as.table"));
        asTable.getStyleClass().add("small");
        asTable.setMinWidth(Region.USE_PREF_SIZE);
        chart.visibleProperty().bind(asTable.selectedProperty().not());
        table.visibleProperty().bind(asTable.selectedProperty());
        sentence.getStyleClass().add("muted");
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox top = new HBox(sentence, asTable);
        top.getStyleClass().add("toolbar");
        StackPane place = new StackPane(chart, table);
        place.getStyleClass().add("chart-place");
        getChildren().addAll(top, place);
        getStyleClass().add("pane");
    }

    /// To be called when the chart has other data.
    public void changed(String words) {
        sentence.setText(words);
        chart.changed(words);
    }
}
