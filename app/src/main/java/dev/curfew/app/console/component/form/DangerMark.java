package dev.curfew.app.console.component.form;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Control;
import org.controlsfx.control.decoration.Decoration;
import org.controlsfx.validation.ValidationMessage;
import org.controlsfx.validation.decoration.ValidationDecoration;

/// Marks a field that is wrong as the theme does. The decorations of ControlsFX itself put a pane without background in
/// place of the window's root ([Decoration]), so that in the dark theme light words stood on white.
public final class DangerMark implements ValidationDecoration {

    @Override
    public void applyValidationDecoration(ValidationMessage message) {
        message.getTarget().pseudoClassStateChanged(Styles.STATE_DANGER, true);
    }

    @Override
    public void removeDecorations(Control target) {
        target.pseudoClassStateChanged(Styles.STATE_DANGER, false);
    }

    /// What has to be filled in is said by the button.
    @Override
    public void applyRequiredDecoration(Control target) {}
}
