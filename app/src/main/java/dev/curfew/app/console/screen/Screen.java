package dev.curfew.app.console.screen;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.navigation.Destination;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/// A screen of the console. It listens to the rest of the console between [#activate] and [#deactivate] only.
public interface Screen {

    Node root();

    /// Shows the screen, or shows something else on it while it is shown.
    void activate(Destination destination);

    /// Lets go of everything that outlives the screen.
    void deactivate();

    /// What can be done here; the first is the screen's main one.
    List<Action> actions();

    /// What is being looked at, below the screen's own name; empty: the whole screen.
    ObservableValue<String> crumb();

    /// What the status bar says of it: "1,204 grants, 37 shown".
    ObservableValue<String> summary();

    /// Puts the focus where Ctrl+F should: a filter field.
    default void focusFilter() {}

    /// Shows or hides the inspector, where there is one.
    default void toggleInspector() {}

    /// What Escape does here.
    ///
    /// @return false if there was nothing to clear or close
    default boolean escape() {
        return false;
    }
}
