package dev.curfew.app.console.navigation;

import java.util.Optional;

/// A screen, and what to show on it.
///
/// @param focus the text of an entity's id, a request's or a plan's id; empty: the screen as it is
public record Destination(Place place, String focus) {

    /// No id is as short.
    private static final String LEAKED = "!";

    /// No id begins so.
    private static final String OFFBOARDING = "@";

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

    /// Where what an owner answers for is planned to end.
    public static Destination offboarding(String owner) {
        return new Destination(Place.REVOCATION, OFFBOARDING + owner);
    }

    /// Who is to be offboarded, where that is what is shown.
    public Optional<String> leaving() {
        return focus.startsWith(OFFBOARDING) ? Optional.of(focus.substring(OFFBOARDING.length())) : Optional.empty();
    }

    public boolean isLeaked() {
        return focus.equals(LEAKED);
    }

    public boolean hasFocus() {
        return !focus.isEmpty();
    }
}
