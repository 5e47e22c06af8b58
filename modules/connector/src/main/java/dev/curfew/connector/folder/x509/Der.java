package dev.curfew.connector.folder.x509;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One value in DER (ITU-T X.690), as far as the public part of a private key asks for it.
///
/// @param start of its content
/// @param end of its content, exclusive
@SuppressWarnings("ArrayRecordComponent") // a view of bytes that are wiped with their document
record Der(byte[] bytes, int tag, int start, int end, int whole) {
    static final int INTEGER = 0x02;
    static final int BIT_STRING = 0x03;
    static final int OCTET_STRING = 0x04;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int SEQUENCE = 0x30;

    private static final int LENGTH_BYTES_MAX = 4;

    static Optional<Der> of(byte[] bytes) {
        return at(bytes, 0, bytes.length);
    }

    private static Optional<Der> at(byte[] bytes, int offset, int limit) {
        if (offset + 2 > limit) {
            return Optional.empty();
        }
        int first = bytes[offset + 1] & 0xff;
        int start = offset + 2;
        long length = first;
        if (first > 0x7f) {
            int count = first & 0x7f;
            if (count == 0 || count > LENGTH_BYTES_MAX || start + count > limit) {
                return Optional.empty();
            }
            length = 0;
            for (int i = 0; i < count; i++) {
                length = (length << 8) | (bytes[start + i] & 0xff);
            }
            start += count;
        }
        return length > limit - start
                ? Optional.empty()
                : Optional.of(new Der(bytes, bytes[offset] & 0xff, start, (int) (start + length), offset));
    }

    /// The values in it; empty where one of them is none.
    List<Der> children() {
        return within(start);
    }

    /// The values in an octet string, or in a constructed one.
    private List<Der> within(int from) {
        List<Der> children = new ArrayList<>();
        int at = from;
        while (at < end) {
            Optional<Der> next = at(bytes, at, end);
            if (next.isEmpty()) {
                return List.of();
            }
            children.add(next.get());
            at = next.get().end();
        }
        return children;
    }

    byte[] content() {
        return Arrays.copyOfRange(bytes, start, end);
    }

    /// With its tag and length.
    byte[] encoded() {
        return Arrays.copyOfRange(bytes, whole, end);
    }

    boolean is(int wanted) {
        return tag == wanted;
    }

    /// Whether a list of values begins with these tags.
    static boolean begins(List<Der> values, int... tags) {
        if (values.size() < tags.length) {
            return false;
        }
        for (int i = 0; i < tags.length; i++) {
            if (!values.get(i).is(tags[i])) {
                return false;
            }
        }
        return true;
    }

    static byte[] encode(int tag, byte[]... contents) {
        int length = Arrays.stream(contents).mapToInt(content -> content.length).sum();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (length < 0x80) {
            out.write(length);
        } else {
            int count = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + Byte.SIZE - 1) / Byte.SIZE;
            out.write(0x80 | count);
            for (int i = count - 1; i >= 0; i--) {
                out.write(length >>> (i * Byte.SIZE));
            }
        }
        for (byte[] content : contents) {
            out.writeBytes(content);
        }
        return out.toByteArray();
    }
}
