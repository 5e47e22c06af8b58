package dev.curfew.app.console.screen.overview;

import dev.curfew.app.console.component.state.Placeholder;
import dev.curfew.app.console.component.state.Tone;
import dev.curfew.app.console.navigation.Navigator;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.model.text.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// How much there is and how fast it moves, in little height; then the needs, most urgent first, each a way to its row.
final class BriefingView extends ScrollPane {

    private static final Messages MESSAGES = Messages.of(BriefingView.class);

    private final Navigator navigator;

    BriefingView(Briefing briefing, VelocityView velocity, Navigator navigator) {
        this.navigator = navigator;
        getStyleClass().add("edge-to-edge");
        setFitToWidth(true);
        setFocusTraversable(false);
        HBox figures = new HBox(
                figure(briefing.identities(), "identities", Place.INVENTORY),
                figure(briefing.credentials(), "credentials", Place.EXPIRING),
                figure(briefing.sources(), "sources", Place.CONNECTIONS),
                figure(briefing.findings(), "findings", Place.INVENTORY));
        figures.getStyleClass().add("figures");
        Label heading = new Label(MESSAGES.text("heading"));
        heading.getStyleClass().add("section-title");
        VBox rows = new VBox();
        rows.getStyleClass().add("needs");
        briefing.needs().forEach(need -> rows.getChildren().add(row(need)));
        if (briefing.needs().isEmpty()) {
            rows.getChildren()
                    .add(Placeholder.empty(Tone.GOOD.shape(), MESSAGES.text("nothing"), MESSAGES.text("nothing.next")));
        }
        VBox box = new VBox(figures, velocity, heading, rows);
        box.getStyleClass().add("overview");
        setContent(box);
    }

    private Button figure(int number, String key, Place place) {
        Label count = new Label(String.format("%,d", number));
        count.getStyleClass().add("figure-count");
        Label words = new Label(MESSAGES.text("figure." + key, number));
        words.getStyleClass().add("muted");
        Button button = new Button();
        button.setGraphic(new VBox(count, words));
        button.getStyleClass().add("figure");
        button.setAccessibleText(MESSAGES.text("figure.sentence", number, words.getText(), place.title()));
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setOnAction(_ -> navigator.go(place));
        return button;
    }

    private Button row(Need need) {
        FontIcon sign = new FontIcon(need.tone().shape());
        Label title = new Label(need.title());
        title.getStyleClass().add("semibold");
        Label detail = new Label(need.detail());
        detail.getStyleClass().add("muted");
        detail.setTooltip(new Tooltip(need.detail()));
        VBox words = new VBox(title, detail);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label place = new Label(need.there().place().title(), new FontIcon(Material2OutlinedAL.CHEVRON_RIGHT));
        place.setContentDisplay(javafx.scene.control.ContentDisplay.RIGHT);
        place.getStyleClass().add("muted");
        place.setMinWidth(Region.USE_PREF_SIZE);
        Label shape = new Label(null, sign);
        shape.getStyleClass().add(need.tone().styleClass());
        shape.setMinWidth(Region.USE_PREF_SIZE);
        HBox inside = new HBox(shape, words, place);
        inside.getStyleClass().add("need-inside");
        inside.setAlignment(Pos.CENTER_LEFT);
        Button row = new Button();
        row.setGraphic(inside);
        row.getStyleClass().add("need");
        row.setMaxWidth(Double.MAX_VALUE);
        inside.prefWidthProperty().bind(row.widthProperty().subtract(NEED_INSETS));
        row.setAccessibleText(MESSAGES.text(
                "need.sentence",
                need.title(),
                need.detail(),
                need.there().place().title()));
        row.setOnAction(_ -> navigator.go(need.there()));
        return row;
    }

    /// The button's own border and padding, which its skin keeps from the graphic.
    private static final double NEED_INSETS = 2;
}
