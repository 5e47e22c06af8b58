package dev.curfew.app.console.navigation;

/// A screen, and what to show on it.
///
/// @param focus the text of an entity's id, a request's or a plan's id; empty: the screen as it is
public record Destination(Place place, String focus) {

    /// No id is as short.
    private static final String LEAKED = "!";

    public static Destination of(Place place) {
        return new Destination(place, "");
    }

    public static Destination of(Place place, String focus) {
        return new Destination(place, focus);
    }

    /// Where something that leaked is cut off.
    public static Destination leaked() {
        return new Destination(Place.REVOCATION, LEAKED);
    }

    public boolean isLeaked() {
        return focus.equals(LEAKED);
    }

    public boolean hasFocus() {
        return !focus.isEmpty();
    }
}
