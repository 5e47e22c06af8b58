package dev.curfew.connector.http.tls;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// As much of DER (X.690) as it takes to put a private key into another envelope.
final class Der {
    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int OID = 0x06;
    private static final int CURVE = 0xA0;
    private static final int LONG_LENGTH = 0x80;
    private static final int BASE_128 = 7;

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return tagged(SEQUENCE, parts);
    }

    static byte[] octets(byte[] content) {
        return tagged(OCTETS, content);
    }

    static byte[] oid(int first, int second, int... rest) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(first * 40 + second);
        for (int arc : rest) {
            int digits = Math.max(1, (Integer.SIZE - Integer.numberOfLeadingZeros(arc) + BASE_128 - 1) / BASE_128);
            for (int digit = digits - 1; digit >= 0; digit--) {
                int bits = (arc >> (digit * BASE_128)) & 0x7F;
                content.write(digit == 0 ? bits : bits | 0x80);
            }
        }
        return tagged(OID, content.toByteArray());
    }

    /// The named curve of an EC private key: after its version and its octets, under the context's tag 0.
    ///
    /// @throws IllegalArgumentException if there is none
    static byte[] curve(byte[] ecPrivateKey) {
        try {
            ByteBuffer key = enter(ByteBuffer.wrap(ecPrivateKey), SEQUENCE);
            while (key.hasRemaining()) {
                int tag = key.get(key.position()) & 0xFF;
                ByteBuffer part = enter(key, tag);
                if (tag == CURVE) {
                    byte[] oid = new byte[part.remaining()];
                    part.get(oid);
                    return oid;
                }
            }
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException _) {
            // shorter than it says it is
        }
        throw new IllegalArgumentException("an EC private key without a named curve");
    }

    /// Moves behind the part that starts here, and returns its content.
    private static ByteBuffer enter(ByteBuffer in, int tag) {
        if ((in.get() & 0xFF) != tag) {
            throw new IllegalArgumentException("not a private key");
        }
        int length = in.get() & 0xFF;
        if (length >= LONG_LENGTH) {
            int bytes = length - LONG_LENGTH;
            length = 0;
            for (int i = 0; i < bytes; i++) {
                length = (length << Byte.SIZE) | (in.get() & 0xFF);
            }
        }
        ByteBuffer content = in.slice(in.position(), length);
        in.position(in.position() + length);
        return content;
    }

    private static byte[] tagged(int tag, byte[]... parts) {
        int length = Arrays.stream(parts).mapToInt(part -> part.length).sum();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (length < LONG_LENGTH) {
            out.write(length);
        } else {
            int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + Byte.SIZE - 1) / Byte.SIZE;
            out.write(LONG_LENGTH | bytes);
            for (int i = bytes - 1; i >= 0; i--) {
                out.write(length >> (i * Byte.SIZE));
            }
        }
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
