package dev.curfew.app.console.navigation;

import java.util.Optional;

/// A screen, and what to show on it.
///
/// @param focus the text of an entity's id, a request's or a plan's id; empty: the screen as it is
public record Destination(Place place, String focus) {

    /// No id begins so.
    private static final String LEAKED = "!";

    /// No source is called so.
    private static final String NOTICES = "!notices";

    /// No id begins so.
    private static final String OFFBOARDING = "@";

    public static Destination of(Place place) {
        return new Destination(place, "");
    }

    public static Destination of(Place place, String focus) {
        return new Destination(place, focus);
    }

    /// Where it is said who is told of what, and whether that arrives.
    public static Destination notices() {
        return new Destination(Place.CONNECTIONS, NOTICES);
    }

    public boolean isNotices() {
        return equals(notices());
    }

    /// Where something that leaked is cut off.
    public static Destination leaked() {
        return new Destination(Place.REVOCATION, LEAKED);
    }

    /// Where something is cut off that is known to be in the wrong hands, or to do what it should not.
    ///
    /// @param id its text
    public static Destination cuttingOff(String id) {
        return new Destination(Place.REVOCATION, LEAKED + id);
    }

    /// Where what an owner answers for is planned to end.
    public static Destination offboarding(String owner) {
        return new Destination(Place.REVOCATION, OFFBOARDING + owner);
    }

    /// Who is to be offboarded, where that is what is shown.
    public Optional<String> leaving() {
        return focus.startsWith(OFFBOARDING) ? Optional.of(focus.substring(OFFBOARDING.length())) : Optional.empty();
    }

    /// The id of what leaked, where that is what is shown; empty text: it is not known yet.
    public Optional<String> leak() {
        return focus.startsWith(LEAKED) ? Optional.of(focus.substring(LEAKED.length())) : Optional.empty();
    }

    public boolean hasFocus() {
        return !focus.isEmpty();
    }
}
