package dev.curfew.analysis.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;

/// Goes over a text once and notes where its values are: for each three numbers, which are what it is with how many
/// fields or items it has, where its letters begin, and where they end or, for what holds others, where the next value
/// is noted.
///
/// <https://www.rfc-editor.org/rfc/rfc8259>
final class JsonScan {
    /// A text of ASCII without escapes.
    static final int PLAIN = 0;

    /// Any other text.
    static final int WRITTEN = 1;

    /// A number of digits alone.
    static final int WHOLE = 2;

    /// Any other number.
    static final int NUMBER = 3;

    static final int TRUE = 4;
    static final int FALSE = 5;
    static final int NULL = 6;
    static final int OBJECT = 7;
    static final int LIST = 8;

    static final int KIND_BITS = 4;
    static final int KIND = (1 << KIND_BITS) - 1;

    /// Numbers that a value takes.
    static final int PLACE = 3;

    private static final int DEPTH_MAX = 1_000;
    private static final int NUMBER_LENGTH_MAX = 1_000;
    private static final int NAME_LENGTH_MAX = 50_000;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

    private static final int ROOM = 1 << 12;

    /// Numbers that a thread keeps room for between texts; what is larger is given up again.
    private static final int ROOM_MAX = 1 << 18;

    /// A text's notes are written here and copied once their number is known: room that has been used lately costs less
    /// than new one.
    private static final ThreadLocal<int[]> ROOMS = ThreadLocal.withInitial(() -> new int[ROOM]);

    private final byte[] bytes;
    private final boolean limited;
    private int[] places;
    private int size;
    private int at;

    private JsonScan(byte[] bytes, boolean limited) {
        this.bytes = bytes;
        this.limited = limited;
        this.places = ROOMS.get();
    }

    /// @param limited whether long numbers and names are refused
    static Optional<JsonText> of(byte[] bytes, boolean limited) {
        JsonScan scan = new JsonScan(bytes, limited);
        boolean whole = scan.value(0) && scan.blanks() == -1;
        scan.keepRoom();
        return whole ? Optional.of(new JsonText(bytes, Arrays.copyOf(scan.places, scan.size))) : Optional.empty();
    }

    private void keepRoom() {
        if (places.length <= ROOM_MAX) {
            ROOMS.set(places);
        }
    }

    /// The next letter that is no blank; -1 at the end.
    private int blanks() {
        while (at < bytes.length) {
            byte c = bytes[at];
            if (c > ' ' || (c != ' ' && c != '\n' && c != '\r' && c != '\t')) {
                return c & 0xFF;
            }
            at++;
        }
        return -1;
    }

    private int note(int kind, int start) {
        if (size + PLACE > places.length) {
            places = Arrays.copyOf(places, places.length * 2);
        }
        int noted = size;
        places[noted] = kind;
        places[noted + 1] = start;
        size += PLACE;
        return noted;
    }

    private boolean value(int depth) {
        int c = blanks();
        return switch (c) {
            case '"' -> text();
            case '{' -> depth < DEPTH_MAX && object(depth + 1);
            case '[' -> depth < DEPTH_MAX && list(depth + 1);
            case 't' -> word("true", TRUE);
            case 'f' -> word("false", FALSE);
            case 'n' -> word("null", NULL);
            default -> number(c);
        };
    }

    private boolean object(int depth) {
        int noted = note(OBJECT, at++);
        int fields = 0;
        long marks = 0;
        long others = 0;
        boolean alike = false;
        int c = blanks();
        while (c != '}' || fields > 0) {
            int name = size;
            if (c != '"' || !text() || isTooLong(name, NAME_LENGTH_MAX) || blanks() != ':') {
                return false;
            }
            int letters = JsonNames.letters(bytes, places[name + 1], places[name + 2]);
            long mark = 1L << letters;
            long other = 1L << (letters >>> JsonNames.MARK_BITS);
            alike |= places[name] != PLAIN || ((marks & mark) != 0 && (others & other) != 0);
            marks |= mark;
            others |= other;
            at++;
            if (!value(depth)) {
                return false;
            }
            fields++;
            c = blanks();
            if (c == '}') {
                break;
            }
            if (c != ',') {
                return false;
            }
            at++;
            c = blanks();
        }
        at++;
        return end(noted, fields) && (!alike || JsonNames.differ(new JsonText(bytes, places), noted));
    }

    private boolean isTooLong(int noted, int lettersMax) {
        return limited && places[noted + 2] - places[noted + 1] > lettersMax;
    }

    private boolean list(int depth) {
        int noted = note(LIST, at++);
        int items = 0;
        if (blanks() == ']') {
            at++;
            return end(noted, 0);
        }
        while (value(depth)) {
            items++;
            int c = blanks();
            at++;
            if (c == ']') {
                return end(noted, items);
            }
            if (c != ',') {
                return false;
            }
        }
        return false;
    }

    private boolean end(int noted, int count) {
        places[noted] |= count << KIND_BITS;
        places[noted + 2] = size;
        return true;
    }

    private boolean text() {
        int start = ++at;
        int noted = note(PLAIN, start);
        while (true) {
            skipPlain();
            if (at == bytes.length) {
                return false;
            }
            int c = bytes[at];
            if (c == '"') {
                places[noted + 2] = at++;
                return true;
            }
            if (c < 0 ? !beyondAscii() : c != '\\' || !escape()) {
                return false;
            }
            places[noted] = WRITTEN;
        }
    }

    /// Up to a letter that ends a text, is none of ASCII, begins an escape or may not be; eight at a time.
    private void skipPlain() {
        while (at + Long.BYTES <= bytes.length) {
            long eight = (long) LONGS.get(bytes, at);
            long quote = eight ^ ONES * '"';
            long slash = eight ^ ONES * '\\';
            long ends = ((quote - ONES) & ~quote) | ((slash - ONES) & ~slash);
            long found = (ends | (eight - ONES * ' ') | eight) & HIGH;
            if (found != 0) {
                // The lowest is exact: only a letter above one that was found can be found for nothing.
                at += Long.numberOfTrailingZeros(found) / Byte.SIZE;
                return;
            }
            at += Long.BYTES;
        }
        while (at < bytes.length && bytes[at] >= ' ' && bytes[at] != '"' && bytes[at] != '\\') {
            at++;
        }
    }

    private boolean beyondAscii() {
        int length = Utf8.length(bytes, at);
        at += length;
        return length > 0;
    }

    private boolean escape() {
        int c = at + 1 < bytes.length ? bytes[at + 1] : 0;
        at += 2;
        if (c != 'u') {
            return c != 0 && "\"\\/bfnrt".indexOf(c) >= 0;
        }
        for (int i = 0; i < 4; i++, at++) {
            if (at >= bytes.length || Character.digit((char) (bytes[at] & 0xFF), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private boolean word(String word, int kind) {
        int noted = note(kind, at);
        for (int i = 0; i < word.length(); i++, at++) {
            if (at >= bytes.length || bytes[at] != word.charAt(i)) {
                return false;
            }
        }
        places[noted + 2] = at;
        return true;
    }

    private boolean number(int first) {
        int noted = note(WHOLE, at);
        if (first == '-') {
            places[noted] = NUMBER;
            at++;
        }
        boolean zero = at < bytes.length && bytes[at] == '0';
        int digits = digits();
        if (digits == 0 || (zero && digits > 1)) {
            return false;
        }
        if (at < bytes.length && bytes[at] == '.') {
            places[noted] = NUMBER;
            at++;
            if (digits() == 0) {
                return false;
            }
        }
        if (at < bytes.length && (bytes[at] | 0x20) == 'e') {
            places[noted] = NUMBER;
            at++;
            if (at < bytes.length && (bytes[at] == '+' || bytes[at] == '-')) {
                at++;
            }
            if (digits() == 0) {
                return false;
            }
        }
        places[noted + 2] = at;
        return !isTooLong(noted, NUMBER_LENGTH_MAX);
    }

    private int digits() {
        int start = at;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at - start;
    }
}
