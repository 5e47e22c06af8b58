package dev.curfew.app.console.navigation;

/// Goes to a screen. Screens know this, and not each other.
@FunctionalInterface
public interface Navigator {

    void go(Destination destination);

    default void go(Place place) {
        go(Destination.of(place));
    }
}
