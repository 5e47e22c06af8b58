package dev.curfew.snapshot.store.fact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// Writes numbers and texts one behind another; [ByteReader] reads them. Numbers take as few bytes as they need, and a
/// short text that was written before takes a reference: ids, kinds and tags come again and again.
final class ByteWriter {
    /// A longer text hardly ever comes twice.
    private static final int REMEMBERED_CHARACTERS_MAX = 200;

    private static final int FIRST_BYTES = 64 * 1024;

    private final Map<String, Integer> remembered = new HashMap<>();
    private byte[] bytes = new byte[FIRST_BYTES];
    private int size;

    int size() {
        return size;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    /// Seven bits a byte, the lowest first; all but the last have the highest bit set.
    void unsigned(long value) {
        long rest = value;
        reserve(Long.BYTES + 2);
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /// The sign goes into the lowest bit, so that small negative numbers are short too.
    void signed(long value) {
        unsigned((value << 1) ^ (value >> 63));
    }

    void flag(boolean value) {
        unsigned(value ? 1 : 0);
    }

    /// Any text of Java's, unpaired surrogates too.
    void text(String text) {
        boolean remember = text.length() <= REMEMBERED_CHARACTERS_MAX;
        Integer known = remember ? remembered.putIfAbsent(text, remembered.size()) : null;
        if (known != null) {
            unsigned(((long) known << TextForm.BITS) | TextForm.REFERENCE);
        } else if (isLatin(text)) {
            unsigned(((long) text.length() << TextForm.BITS) | (remember ? TextForm.LATIN_REMEMBERED : TextForm.LATIN));
            byte[] latin = text.getBytes(ISO_8859_1);
            reserve(latin.length);
            System.arraycopy(latin, 0, bytes, size, latin.length);
            size += latin.length;
        } else {
            unsigned(((long) text.length() << TextForm.BITS) | (remember ? TextForm.WIDE_REMEMBERED : TextForm.WIDE));
            reserve(text.length() * Character.BYTES);
            for (int i = 0; i < text.length(); i++) {
                bytes[size++] = (byte) (text.charAt(i) >> Byte.SIZE);
                bytes[size++] = (byte) text.charAt(i);
            }
        }
    }

    private static boolean isLatin(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xff) {
                return false;
            }
        }
        return true;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(Math.addExact(size, more), 2 * bytes.length));
        }
    }
}
