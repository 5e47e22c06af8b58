package dev.curfew.app.console.shell;

import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.History;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.model.text.Messages;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The screens, in the order of the work.
final class Rail extends ScrollPane {

    private static final Messages MESSAGES = Messages.of(Rail.class);

    private final Map<Place, ToggleButton> buttons = new EnumMap<>(Place.class);

    Rail(History history) {
        VBox box = new VBox();
        box.getStyleClass().add("rail-items");
        for (Place.Section section : Place.Section.values()) {
            Label heading = new Label(section.words());
            heading.getStyleClass().add("rail-heading");
            box.getChildren().add(heading);
            section.places().forEach(place -> box.getChildren().add(button(place, history)));
        }
        getStyleClass().addAll("rail", "edge-to-edge");
        setContent(box);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        history.here().subscribe(this::select);
    }

    private ToggleButton button(Place place, History history) {
        ToggleButton button = new ToggleButton(place.title(), new FontIcon(place.icon()));
        button.getStyleClass().add("rail-item");
        button.setAlignment(Pos.CENTER_LEFT);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> {
            history.go(Destination.of(place));
            select(history.here().get());
        });
        String keys = KeyCombination.valueOf(place.keys()).getDisplayText();
        button.setAccessibleText(MESSAGES.text("rail.item", place.title(), place.purpose(), keys));
        button.setTooltip(new Tooltip(MESSAGES.text("rail.tip", place.purpose(), keys)));
        buttons.put(place, button);
        return button;
    }

    private void select(Destination here) {
        buttons.forEach((place, button) -> button.setSelected(place == here.place()));
    }
}
