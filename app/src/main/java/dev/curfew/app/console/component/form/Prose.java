package dev.curfew.app.console.component.form;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Lines that a person writes into a dialog. Tab goes on to the next control, as from any other field: a text area
/// takes it as a letter, and whoever types on has their passphrase in the reason.
public final class Prose extends TextArea {

    /// @param rows that are shown at once
    /// @param text that stands there already
    public Prose(String id, int rows, String text) {
        super(text);
        setId(id);
        setPrefRowCount(rows);
        setWrapText(true);
        addEventFilter(KeyEvent.KEY_PRESSED, this::onTab);
    }

    private void onTab(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()) {
            event.consume();
            requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        }
    }
}
