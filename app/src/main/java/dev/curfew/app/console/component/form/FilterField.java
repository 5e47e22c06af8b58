package dev.curfew.app.console.component.form;

import atlantafx.base.controls.CustomTextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;

/// Narrows what is shown; Escape clears it.
public final class FilterField extends CustomTextField {

    /// @param words what it narrows, for example "Filter identities"
    public FilterField(String words) {
        getStyleClass().add("filter-field");
        setPromptText(words);
        setAccessibleText(words);
        setLeft(new FontIcon(Material2OutlinedAL.FILTER_LIST));
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && clearIfFilled()) {
                event.consume();
            }
        });
    }

    /// @return false if it was empty
    public boolean clearIfFilled() {
        boolean filled = !getText().isEmpty();
        clear();
        return filled;
    }
}
