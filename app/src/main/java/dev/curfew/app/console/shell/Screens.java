package dev.curfew.app.console.shell;

import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.screen.Screen;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/// The screens, each made when first gone to.
public final class Screens {

    private final Map<Place, Supplier<Screen>> makers;
    private final Map<Place, Screen> made = new EnumMap<>(Place.class);

    /// @throws IllegalArgumentException if a place has no screen
    public Screens(Map<Place, Supplier<Screen>> makers) {
        if (makers.size() != Place.values().length) {
            throw new IllegalArgumentException("every place has a screen");
        }
        this.makers = Map.copyOf(makers);
    }

    public Screen at(Place place) {
        return made.computeIfAbsent(
                place, it -> Objects.requireNonNull(makers.get(it)).get());
    }
}
