package dev.curfew.app.console.component.dialog;

/// Asks a person, over whatever is on the screen. One at a time: a second sheet takes the first one's place.
public interface Dialogs {

    void show(Sheet sheet);

    void close();

    /// Whether one is open.
    boolean isShown();
}
