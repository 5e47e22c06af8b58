package dev.curfew.analysis.graph.kept;

import java.nio.charset.StandardCharsets;

/// Reads what [ByteSink] wrote. Other bytes end in values, or in an `IllegalArgumentException` or
/// `IndexOutOfBoundsException`.
final class ByteSource {
    private final byte[] bytes;
    private int at;

    ByteSource(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean isAtEnd() {
        return at == bytes.length;
    }

    int number() {
        int value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number has at most five bytes");
    }

    int signed() {
        int value = number();
        return (value >>> 1) ^ -(value & 1);
    }

    /// How many things follow, each of which takes at least a byte.
    int count() {
        int count = number();
        if (count < 0 || count > bytes.length - at) {
            throw new IllegalArgumentException("more is announced than there is");
        }
        return count;
    }

    String text() {
        int head = number();
        int length = head >>> 1;
        if (length > bytes.length - at) {
            throw new IllegalArgumentException("a text is longer than what is left");
        }
        if ((head & 1) == 0) {
            String text = new String(bytes, at, length, StandardCharsets.ISO_8859_1);
            at += length;
            return text;
        }
        char[] wide = new char[length];
        for (int i = 0; i < length; i++) {
            wide[i] = (char) number();
        }
        return new String(wide);
    }
}
