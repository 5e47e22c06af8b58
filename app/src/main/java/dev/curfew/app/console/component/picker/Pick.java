package dev.curfew.app.console.component.picker;

import dev.curfew.app.console.action.Action;
import dev.curfew.app.console.action.Availability;
import org.kordamp.ikonli.Ikon;

/// Something that can be chosen.
///
/// @param hint what kind of thing it is, or its key, or why it cannot be chosen now
/// @param run what choosing it does; the picker is closed by then
public record Pick(String words, String hint, Ikon icon, boolean available, Runnable run) {

    public static Pick of(Action action) {
        Availability now = action.availability().getValue();
        String hint = now.isAvailable() ? action.keyWords().orElse("") : now.reason();
        return new Pick(action.words(), hint, action.icon(), now.isAvailable(), action::run);
    }

    public static Pick of(String words, String hint, Ikon icon, Runnable run) {
        return new Pick(words, hint, icon, true, run);
    }
}
