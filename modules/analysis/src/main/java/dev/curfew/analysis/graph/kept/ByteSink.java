package dev.curfew.analysis.graph.kept;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Growing bytes: numbers of as few as they need, seven bits in each, the lowest first.
final class ByteSink {
    private static final int FIRST_BYTES = 64 * 1024;
    private static final int NUMBER_BYTES_MAX = 5;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int size;

    /// @param value not negative
    void number(int value) {
        reserve(NUMBER_BYTES_MAX);
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /// Its sign goes into the lowest bit, so that small negative numbers are short too.
    void signed(int value) {
        number((value << 1) ^ (value >> 31));
    }

    /// Any text of Java's, unpaired surrogates too.
    void text(String text) {
        boolean latin = text.chars().allMatch(character -> character <= 0xff);
        number(text.length() << 1 | (latin ? 0 : 1));
        if (latin) {
            raw(text.getBytes(StandardCharsets.ISO_8859_1));
        } else {
            text.chars().forEach(this::number);
        }
    }

    void raw(byte... more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), bytes.length + (bytes.length >> 1)));
        }
    }
}
