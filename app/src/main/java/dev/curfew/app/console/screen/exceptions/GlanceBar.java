package dev.curfew.app.console.screen.exceptions;

import dev.curfew.app.console.component.form.ChipToggle;
import dev.curfew.app.usecase.exception.ExceptionCase;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

/// How many requests wait, are open, overdue or more than exceptions; each narrows the table to those.
final class GlanceBar extends FlowPane {

    private static final Messages MESSAGES = Messages.of(GlanceBar.class);

    private final Map<Glance, ChipToggle> chips = new EnumMap<>(Glance.class);
    private final ReadOnlyObjectWrapper<Predicate<ExceptionCase>> keep = new ReadOnlyObjectWrapper<>(_ -> true);
    private Instant now = Instant.EPOCH;

    GlanceBar() {
        getStyleClass().add("wrapping-toolbar");
        setAccessibleText(MESSAGES.text("glance"));
        ToggleGroup one = new ToggleGroup();
        for (Glance glance : Glance.values()) {
            ChipToggle chip = new ChipToggle("");
            chip.setToggleGroup(one);
            chip.setUserData(glance);
            chip.managedProperty().bind(chip.visibleProperty());
            chip.setVisible(false);
            chips.put(glance, chip);
            getChildren().add(chip);
        }
        one.selectedToggleProperty()
                .subscribe(chosen ->
                        keep.set(chosen == null ? _ -> true : it -> ((Glance) chosen.getUserData()).holds(it, now)));
    }

    /// Which requests are wanted.
    ReadOnlyObjectProperty<Predicate<ExceptionCase>> keep() {
        return keep.getReadOnlyProperty();
    }

    /// What there is none of is not shown.
    void count(List<ExceptionCase> all, Instant at) {
        now = at;
        chips.forEach((glance, chip) -> {
            long many = all.stream().filter(it -> glance.holds(it, at)).count();
            String words = MESSAGES.text("glance." + glance, many);
            chip.setText(words);
            chip.setAccessibleText(words);
            if (many == 0) {
                chip.setSelected(false);
            }
            chip.setVisible(many > 0);
        });
    }
}
