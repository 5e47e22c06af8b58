package dev.curfew.analysis.json;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// Whether the names of an object's fields differ.
///
/// Those of most objects do so in their lengths or some of their letters already, which costs next to nothing to see
/// while they are read; only where two agree in these they are compared.
final class JsonNames {
    /// What [#letters] tells is good for two marks of one bit in 64 each.
    static final int MARK_BITS = 6;

    /// Of more than these a set is made.
    private static final int COMPARED_MAX = 32;

    private JsonNames() {}

    /// A number made of the length and of the first and the last eight letters; of a shorter name, of the first, the
    /// middle and the last.
    static int letters(byte[] bytes, int start, int end) {
        int length = end - start;
        if (length < Long.BYTES) {
            return length == 0 ? 0 : few(bytes, start, end);
        }
        return (int) (Ends.number(bytes, start, end) >>> Integer.SIZE);
    }

    private static int few(byte[] bytes, int start, int end) {
        int letters = bytes[start] * 31 + bytes[end - 1];
        return (letters * 31 + bytes[(start + end) >>> 1]) * 31 + end - start;
    }

    static boolean differ(JsonText text, int object) {
        if (text.size(object) > COMPARED_MAX) {
            return areDistinct(text, object);
        }
        int at = text.first(object);
        for (int left = text.size(object); left > 0; left--) {
            if (!text.isPlain(at)) {
                return areDistinct(text, object);
            }
            if (isBefore(text, object, at)) {
                return false;
            }
            at = text.after(at + JsonScan.PLACE);
        }
        return true;
    }

    private static boolean isBefore(JsonText text, int object, int name) {
        int start = text.start(name);
        int end = text.end(name);
        byte[] bytes = text.bytes();
        for (int at = text.first(object); at < name; at = text.after(text.value(at))) {
            if (Arrays.equals(bytes, text.start(at), text.end(at), bytes, start, end)) {
                return true;
            }
        }
        return false;
    }

    private static boolean areDistinct(JsonText text, int object) {
        Set<String> names = HashSet.newHashSet(text.size(object));
        int at = text.first(object);
        for (int left = text.size(object); left > 0; left--) {
            if (!names.add(text.text(at))) {
                return false;
            }
            at = text.after(at + JsonScan.PLACE);
        }
        return true;
    }
}
