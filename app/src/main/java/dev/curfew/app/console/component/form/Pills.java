package dev.curfew.app.console.component.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.Property;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// One of a few, side by side. One is always chosen.
public final class Pills<T> extends HBox {

    private static final List<String> PLACES = List.of("left-pill", "center-pill", "right-pill");

    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();

    public Pills(List<T> values, Function<T, String> words, Property<T> chosen) {
        for (T value : values) {
            buttons.put(value, button(value, chosen));
        }
        offer(_ -> true);
        name(words);
        chosen.subscribe(now -> buttons.forEach((value, button) -> button.setSelected(value.equals(now))));
    }

    private ToggleButton button(T value, Property<T> chosen) {
        ToggleButton button = new ToggleButton();
        button.setMinWidth(Region.USE_PREF_SIZE);
        // Pressed again it would let go: then nothing would be chosen.
        button.setOnAction(_ -> {
            chosen.setValue(value);
            button.setSelected(true);
        });
        return button;
    }

    /// Shows only those that can be chosen now.
    public void offer(Predicate<T> offered) {
        List<ToggleButton> shown = buttons.entrySet().stream()
                .filter(button -> offered.test(button.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        for (ToggleButton button : shown) {
            button.getStyleClass().removeAll(PLACES);
            button.getStyleClass()
                    .add(
                            button.equals(shown.getFirst())
                                    ? "left-pill"
                                    : button.equals(shown.getLast()) ? "right-pill" : "center-pill");
        }
        getChildren().setAll(shown);
    }

    /// Gives all of them new words, for example with new counts.
    public void name(Function<T, String> words) {
        buttons.forEach((value, button) -> {
            button.setText(words.apply(value));
            button.setAccessibleText(words.apply(value));
        });
    }
}
