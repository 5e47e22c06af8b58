package dev.curfew.app.console.screen;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.navigation.Destination;
import java.nio.file.Path;
import java.util.List;

/// A screen of the console.
public interface Screen {

    /// What it is shown in. The screen listens to the rest of the console through it, and only while it is shown.
    ScreenFrame frame();

    /// Shows the screen, or shows something else on it while it is shown.
    void activate(Destination destination);

    /// What can be done here; the first is the screen's main one.
    List<Action> actions();

    /// Puts the focus where Ctrl+F should: a filter field.
    default void focusFilter() {}

    /// Whether this screen can do something with what was dropped on the window.
    default boolean takes(Path file) {
        return false;
    }

    /// Shows what would be done with it, while the screen is shown. Only what it [#takes].
    default void take(Path file) {
        throw new IllegalArgumentException("nothing here takes " + file);
    }

    /// What Escape does here: first what narrows, then the inspector.
    ///
    /// @return false if there was nothing to clear or close
    default boolean escape() {
        return frame().closeInspector();
    }

    /// What F8 does here: opens the inspector, or puts it away.
    default void toggleInspector() {
        frame().toggleInspector();
    }
}
