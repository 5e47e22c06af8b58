package dev.curfew.revocation.rotation;

import java.util.Locale;

/// How far a rotation has come. A stage in the present tense is entered before the source or anybody is told, so that
/// what a crash left is known.
public enum Stage {
    /// A second credential may stand at the source; nobody has its value.
    MAKING,
    /// It stands there and works; nobody has its value.
    MADE,
    /// Somebody may have it.
    HANDING,
    /// Both work, and whoever used the old one has the new one.
    HANDED,
    /// The plan that cuts the old one runs, or did when Curfew stopped.
    CUTTING,
    /// The old one is off, and can be had back.
    CUT,
    RETURNING,
    /// The plan that deletes the old one runs, or did when Curfew stopped.
    ENDING,
    /// The old one is gone for good.
    ENDED,
    DISCARDING,
    /// The new one was taken back; the old one stays.
    DISCARDED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Stage of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    public boolean isOver() {
        return this == ENDED || this == DISCARDED;
    }

    /// Whether nobody is known to have the new one, or nobody is to have it any more.
    boolean isUnhanded() {
        return this == MAKING || this == MADE || this == HANDING || this == DISCARDING;
    }
}
