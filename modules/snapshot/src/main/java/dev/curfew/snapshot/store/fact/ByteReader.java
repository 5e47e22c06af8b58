package dev.curfew.snapshot.store.fact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.curfew.model.id.SourceName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads what [ByteWriter] wrote. Equal short texts come out as one object.
///
/// Whatever the bytes are, it ends with values or with an `IllegalArgumentException` or `IndexOutOfBoundsException`.
final class ByteReader {
    private final byte[] bytes;
    private final List<String> remembered = new ArrayList<>();
    private final Map<String, SourceName> sources = new HashMap<>();
    private int at;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean isAtEnd() {
        return at == bytes.length;
    }

    long unsigned() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes[at++];
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("a number has at most ten bytes");
    }

    long signed() {
        long value = unsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    boolean flag() {
        return unsigned() != 0;
    }

    /// A number of things that follow, each of which takes at least a byte.
    int count() {
        long count = unsigned();
        if (count < 0 || count > bytes.length - at) {
            throw new IllegalArgumentException("more is announced than there is");
        }
        return (int) count;
    }

    String text() {
        long head = unsigned();
        long number = head >>> TextForm.BITS;
        if (number > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("no text is that long");
        }
        int length = (int) number;
        return switch ((int) head & TextForm.MASK) {
            case TextForm.REFERENCE -> remembered.get(length);
            case TextForm.LATIN -> latin(length);
            case TextForm.LATIN_REMEMBERED -> remember(latin(length));
            case TextForm.WIDE -> wide(length);
            case TextForm.WIDE_REMEMBERED -> remember(wide(length));
            default -> throw new IllegalArgumentException("no such form of text");
        };
    }

    SourceName source() {
        return sources.computeIfAbsent(text(), SourceName::new);
    }

    private String remember(String text) {
        remembered.add(text);
        return text;
    }

    private String latin(int length) {
        String text = new String(bytes, at, length, ISO_8859_1);
        at += length;
        return text;
    }

    private String wide(int length) {
        if (length > (bytes.length - at) / Character.BYTES) {
            throw new IllegalArgumentException("a text is longer than what is left");
        }
        char[] text = new char[length];
        for (int i = 0; i < length; i++) {
            text[i] = (char) ((bytes[at++] << Byte.SIZE) | (bytes[at++] & 0xff));
        }
        return new String(text);
    }
}
