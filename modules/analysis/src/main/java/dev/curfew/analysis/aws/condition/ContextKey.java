package dev.curfew.analysis.aws.condition;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Names of context keys in lower case. The few names that everybody uses are the same object each time, so that to
/// compare two of them mostly takes no look at their letters.
final class ContextKey {
    /// More names than a policy set uses; with more, some are compared by their letters.
    private static final int KEPT = 4_096;

    /// Longer names are tags of somebody's own.
    private static final int LENGTH_MAX = 64;

    /// Threads may overwrite each other's entries: then a name is one object more.
    private static final @Nullable String[] NAMES = new String[KEPT];

    /// What was asked for, as it was written.
    private static final @Nullable Known[] KNOWN = new Known[KEPT];

    private ContextKey() {}

    private record Known(String written, String lower) {}

    static String of(String name) {
        int at = spread(name.hashCode()) & (KEPT - 1);
        Known known = KNOWN[at];
        if (known != null && known.written().equals(name)) {
            return known.lower();
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.length() > LENGTH_MAX) {
            return lower;
        }
        String one = one(lower);
        KNOWN[at] = new Known(name, one);
        return one;
    }

    private static String one(String lower) {
        int at = spread(lower.hashCode()) & (KEPT - 1);
        String kept = NAMES[at];
        if (kept != null && kept.equals(lower)) {
            return kept;
        }
        NAMES[at] = lower;
        return lower;
    }

    static int spread(int hash) {
        return hash ^ hash >>> 16;
    }
}
