package dev.curfew.app.console.component.form;

import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A few lines of a person's own words. Tab goes on to the next control, as from any other field: a text area takes it
/// as
/// a letter, and whoever types on has their passphrase in the reason.
public final class Prose extends TextArea {

    public Prose(String text) {
        super(text);
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
