package dev.curfew.app.console.shell;

import dev.curfew.app.console.action.Action;
import org.kordamp.ikonli.Ikon;

/// A line of the palette.
///
/// @param hint what kind of thing it is, or its key, or why it cannot be run now
/// @param run does it; the palette is closed by then
record PaletteItem(String words, String hint, Ikon icon, boolean available, Runnable run) {

    static PaletteItem of(Action action) {
        var now = action.availability().getValue();
        String hint = now.isAvailable() ? action.keyWords().orElse("") : now.reason();
        return new PaletteItem(action.words(), hint, action.icon(), now.isAvailable(), action::run);
    }
}
