package dev.curfew.app.console.screen.expiring;

import dev.curfew.analysis.expiry.Band;
import dev.curfew.analysis.expiry.ExpiryBands;
import dev.curfew.app.console.component.state.Tone;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// How many end how soon; each band is a filter.
final class BandBar extends HBox {

    private final Map<Band, ToggleButton> buttons = new EnumMap<>(Band.class);
    private final Map<Band, Label> counts = new EnumMap<>(Band.class);

    BandBar(ObjectProperty<Optional<Band>> chosen) {
        getStyleClass().add("band-bar");
        for (Band band : Band.values()) {
            ToggleButton button = button(band);
            button.setOnAction(_ -> chosen.set(button.isSelected() ? Optional.of(band) : Optional.empty()));
            getChildren().add(button);
        }
        chosen.subscribe(only -> buttons.forEach((band, button) ->
                button.setSelected(only.filter(it -> it == band).isPresent())));
    }

    private ToggleButton button(Band band) {
        Label count = new Label("–");
        count.getStyleClass().add("band-count");
        Label words = new Label(ExpiringViewModel.bandWords(band), sign(band));
        words.getStyleClass().addAll("band-words", tone(band).styleClass());
        ToggleButton button = new ToggleButton();
        button.setGraphic(new VBox(count, words));
        button.getStyleClass().add("band");
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        buttons.put(band, button);
        counts.put(band, count);
        button.setAccessibleText(ExpiringViewModel.bandWords(band));
        return button;
    }

    void show(ExpiryBands bands) {
        Map<Band, Integer> numbers = bands.counts();
        buttons.forEach((band, button) -> button.setAccessibleText(ExpiringViewModel.bandSentence(numbers, band)));
        counts.forEach((band, label) -> label.setText(String.format("%,d", numbers.getOrDefault(band, 0))));
    }

    private static FontIcon sign(Band band) {
        FontIcon icon = new FontIcon(tone(band).shape());
        icon.getStyleClass().add("icon-small");
        return icon;
    }

    static Tone tone(Band band) {
        return switch (band) {
            case EXPIRED, WITHIN_24_HOURS -> Tone.BAD;
            case WITHIN_7_DAYS, NEVER -> Tone.CARE;
            case WITHIN_30_DAYS -> Tone.NOTE;
            case LATER -> Tone.GOOD;
            case UNKNOWN -> Tone.UNKNOWN;
        };
    }
}
