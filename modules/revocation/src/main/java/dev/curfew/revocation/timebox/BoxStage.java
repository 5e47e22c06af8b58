package dev.curfew.revocation.timebox;

import java.util.Locale;

/// How far a time-box has come. A stage in the present tense is entered before the source is told, so that what a crash
/// left is known.
public enum BoxStage {
    /// The end may stand at the source.
    BEGINNING,
    /// It stands there, or Curfew holds it.
    BEGUN,
    /// The time is over, and the access may be.
    ENDING,
    /// It is.
    ENDED,
    /// The access may stand without an end again.
    LIFTING,
    /// It does.
    LIFTED,
    /// The end never stood.
    ABANDONED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static BoxStage of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /// Whether there is something that could be taken back.
    public boolean isOpen() {
        return switch (this) {
            case BEGINNING, BEGUN, ENDING, ENDED, LIFTING -> true;
            case LIFTED, ABANDONED -> false;
        };
    }

    /// Whether it keeps another end off the same access. Access that ended and stands again is somebody else's doing.
    boolean isBinding() {
        return isOpen() && this != ENDED;
    }

    /// Whether it is still to end. What a crash left at its beginning was signed, and ends as it was to.
    boolean awaitsEnd() {
        return switch (this) {
            case BEGINNING, BEGUN, ENDING -> true;
            case ENDED, LIFTING, LIFTED, ABANDONED -> false;
        };
    }
}
