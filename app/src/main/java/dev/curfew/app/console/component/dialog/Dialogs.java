package dev.curfew.app.console.component.dialog;

import dev.curfew.app.console.action.Action;
import org.kordamp.ikonli.Ikon;

/// Asks a person, over whatever is on the screen. One at a time: a second sheet takes the first one's place.
public interface Dialogs {

    void show(Sheet sheet);

    void close();

    /// An action of the dialog that is open. The dialog goes first: what the act shows next must not be closed with it.
    default Action closing(String words, Ikon icon, Runnable act) {
        return Action.of(words, icon, () -> {
            close();
            act.run();
        });
    }

    /// Whether one is open.
    boolean isShown();
}
