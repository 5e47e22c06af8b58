package dev.curfew.analysis.json;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Names that come again and again, each made once as a rule: to compare letters takes less than to make a text of
/// them, and one object knows its hash. Safe for use by many threads.
final class KnownNames {
    /// More than a set of policies uses; with more, some are made again.
    private static final int KEPT = 4_096;

    /// Longer ones are somebody's own.
    private static final int LENGTH_MAX = 64;

    private static final int SPREAD_BITS = Long.SIZE - Integer.numberOfTrailingZeros(KEPT);

    /// Threads may overwrite each other's entries: then a name is one object more.
    private static final @Nullable Known[] KNOWN = new Known[KEPT];

    private KnownNames() {}

    @SuppressWarnings("ArrayRecordComponent") // never compared as a whole
    private record Known(byte[] letters, String name) {}

    /// @param at where a text is
    static String of(JsonText text, int at) {
        int start = text.start(at);
        int length = text.end(at) - start;
        if (!text.isPlain(at) || length < Long.BYTES || length > LENGTH_MAX) {
            return text.text(at);
        }
        byte[] bytes = text.bytes();
        int place = (int) (Ends.number(bytes, start, start + length) >>> SPREAD_BITS);
        Known known = KNOWN[place];
        if (known != null && Arrays.equals(bytes, start, start + length, known.letters(), 0, known.letters().length)) {
            return known.name();
        }
        String name = text.text(at);
        KNOWN[place] = new Known(Arrays.copyOfRange(bytes, start, start + length), name);
        return name;
    }
}
