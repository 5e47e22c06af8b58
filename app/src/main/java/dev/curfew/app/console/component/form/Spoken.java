package dev.curfew.app.console.component.form;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Says in words what can be chosen. It is chosen, never typed.
public final class Spoken<T> extends StringConverter<T> {

    private final Function<T, String> words;

    public Spoken(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
    }

    @Override
    public T fromString(String text) {
        throw new UnsupportedOperationException("chosen, not typed: " + text);
    }
}
