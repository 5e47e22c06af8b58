package dev.curfew.app.console.action;

/// Whether an action can be run now; if not, why, in words for a person.
public sealed interface Availability {

    record Available() implements Availability {}

    /// @param reason a sentence that says what is missing and what to do
    record Unavailable(String reason) implements Availability {
        public Unavailable {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("what cannot be done says why");
            }
        }
    }

    static Availability available() {
        return new Available();
    }

    static Availability unless(boolean missing, String reason) {
        return missing ? new Unavailable(reason) : available();
    }

    /// @param complaint why not; blank: nothing is wrong
    static Availability whenNot(String complaint) {
        return complaint.isBlank() ? available() : new Unavailable(complaint);
    }

    default boolean isAvailable() {
        return this instanceof Available;
    }

    /// The reason why not; empty when it can be done.
    default String reason() {
        return switch (this) {
            case Available _ -> "";
            case Unavailable(String reason) -> reason;
        };
    }

    /// The first that is unavailable, else available.
    default Availability and(Availability other) {
        return isAvailable() ? other : this;
    }
}
