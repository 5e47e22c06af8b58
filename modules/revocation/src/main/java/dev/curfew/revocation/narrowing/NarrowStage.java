package dev.curfew.revocation.narrowing;

import java.util.Locale;

/// How far a narrowing has come. A stage in the present tense is entered before the source is told, so that what a
/// crash left is known.
public enum NarrowStage {
    /// It was announced; nothing was written.
    NOTICED,
    /// The narrower policy may stand at the source.
    APPLYING,
    /// It stands there.
    APPLIED,
    /// It never stood there, or somebody wrote another one.
    ABANDONED,
    /// The former policy may stand at the source again.
    RETURNING,
    /// It does.
    RETURNED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static NarrowStage of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
