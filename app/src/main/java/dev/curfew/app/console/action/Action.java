package dev.curfew.app.console.action;

import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;

/// Something a person can do. Declared once; buttons, keys, the palette and the key sheet are made from it.
///
/// @param words what it does, as a verb: "Revoke 3 grants"
/// @param key null: it has none
/// @param availability whether it can be run now, and if not, why
public record Action(
        String words,
        Ikon icon,
        @Nullable KeyCombination key,
        ObservableValue<Availability> availability,
        Runnable work) {

    /// An action without a key that can always be run.
    public static Action of(String words, Ikon icon, Runnable work) {
        return new Action(words, icon, null, new SimpleObjectProperty<>(Availability.available()), work);
    }

    public Action on(String keys) {
        return new Action(words, icon, KeyCombination.valueOf(keys), availability, work);
    }

    public Action when(ObservableValue<Availability> now) {
        return new Action(words, icon, key, now, work);
    }

    public Optional<String> keyWords() {
        return Optional.ofNullable(key).map(KeyCombination::getDisplayText);
    }

    /// Runs it if it is available.
    ///
    /// @return whether it ran
    public boolean run() {
        boolean available = availability.getValue().isAvailable();
        if (available) {
            work.run();
        }
        return available;
    }
}
