package dev.curfew.governance.ssh;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Reads SSH's data types (RFC 4251, section 5). Whatever is cut off, too long, or laid out in another way than SSH
/// lays
/// it out is an IllegalArgumentException.
final class WireReader {
    private final ByteBuffer rest;

    WireReader(byte[] bytes) {
        rest = ByteBuffer.wrap(bytes);
    }

    int number() {
        try {
            return rest.getInt();
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("cut off", e);
        }
    }

    byte[] bytes() {
        return bytes(number());
    }

    byte[] bytes(int length) {
        if (length < 0 || length > rest.remaining()) {
            throw new IllegalArgumentException("cut off");
        }
        byte[] bytes = new byte[length];
        rest.get(bytes);
        return bytes;
    }

    String text() {
        return new String(bytes(), StandardCharsets.US_ASCII);
    }

    /// One that is greater than zero, with no more leading zeros than it needs.
    BigInteger positive() {
        byte[] bytes = bytes();
        if (bytes.length == 0 || bytes[0] < 0) {
            throw new IllegalArgumentException("no positive number");
        }
        BigInteger number = new BigInteger(bytes);
        if (number.signum() == 0 || number.toByteArray().length != bytes.length) {
            throw new IllegalArgumentException("a number with more zeros than it needs");
        }
        return number;
    }

    /// That nothing stands after what was read.
    void end() {
        if (rest.hasRemaining()) {
            throw new IllegalArgumentException("more than there should be");
        }
    }
}
