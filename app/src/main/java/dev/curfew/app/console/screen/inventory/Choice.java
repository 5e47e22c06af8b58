package dev.curfew.app.console.screen.inventory;

import dev.curfew.app.console.component.form.Spoken;
import dev.curfew.app.console.component.text.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.ComboBox;

/// One of several values, or all of them.
final class Choice extends ComboBox<String> {

    private static final String ALL = "";

    private final StringProperty chosen = new SimpleStringProperty(ALL);

    /// @param words what is chosen
    /// @param all what choosing nothing is called
    Choice(String words, String all) {
        getStyleClass().add("choice");
        setAccessibleText(words);
        setConverter(new Spoken<>(value -> value.isEmpty() ? all : Words.kind(value)));
        getItems().setAll(ALL);
        setValue(ALL);
        valueProperty().subscribe(value -> chosen.set(value == null ? ALL : value));
        chosen.subscribe(this::setValue);
    }

    /// Empty: all of them.
    StringProperty value() {
        return chosen;
    }

    void offer(List<String> values) {
        String kept = chosen.get();
        List<String> offered = new ArrayList<>();
        offered.add(ALL);
        offered.addAll(values);
        if (!getItems().equals(offered)) {
            getItems().setAll(offered);
            setValue(offered.contains(kept) ? kept : ALL);
        }
    }
}
