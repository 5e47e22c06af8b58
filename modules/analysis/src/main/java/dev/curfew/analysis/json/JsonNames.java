package dev.curfew.analysis.json;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// Whether the names of an object's fields differ.
///
/// Those of most objects do so in their lengths or their first and last letters already, which costs next to nothing to
/// see; only where two agree in these they are compared.
final class JsonNames {
    /// Of more than these a set is made.
    private static final int COMPARED_MAX = 32;

    private JsonNames() {}

    static boolean differ(JsonText text, int object) {
        if (text.size(object) < 2) {
            return true;
        }
        long marks = 0;
        int at = text.first(object);
        for (int left = text.size(object); left > 0; left--) {
            long mark = mark(text, at);
            if (!text.isPlain(at)) {
                return areDistinct(text, object);
            }
            if ((marks & mark) != 0 && (text.size(object) > COMPARED_MAX || isBefore(text, object, at))) {
                return areDistinct(text, object);
            }
            marks |= mark;
            at = text.after(at + JsonScan.PLACE);
        }
        return true;
    }

    /// One of 64 bits.
    private static long mark(JsonText text, int name) {
        int start = text.start(name);
        int end = text.end(name);
        int letters = start == end ? 0 : text.bytes()[start] * 31 + text.bytes()[end - 1];
        return 1L << (letters * 31 + end - start);
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
