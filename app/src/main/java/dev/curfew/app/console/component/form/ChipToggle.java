package dev.curfew.app.console.component.form;

import javafx.scene.control.ToggleButton;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// A filter that is on or off; a tick says so besides the colour.
public final class ChipToggle extends ToggleButton {

    public ChipToggle(String words) {
        super(words);
        getStyleClass().add("chip-toggle");
        setAccessibleText(words);
        FontIcon tick = new FontIcon(Material2OutlinedAL.CHECK);
        tick.getStyleClass().add("icon-small");
        selectedProperty().subscribe(on -> setGraphic(on ? tick : null));
    }
}
