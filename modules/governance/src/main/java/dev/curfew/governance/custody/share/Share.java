package dev.curfew.governance.custody.share;

import java.util.Arrays;

/// One holder's part of a key: worth nothing by itself, nor with fewer others than were agreed on.
///
/// @param number from 1 to 255: where the polynomials were evaluated
/// @param bytes taken over, and wiped by [#close]
@SuppressWarnings("ArrayRecordComponent") // it is wiped, which nothing immutable can be
public record Share(int number, byte[] bytes) implements AutoCloseable {
    public static final int NUMBER_MAX = 255;

    public Share {
        if (number < 1 || number > NUMBER_MAX) {
            throw new IllegalArgumentException("shares are numbered from 1 to 255");
        }
    }

    @Override
    public void close() {
        Arrays.fill(bytes, (byte) 0);
    }

    @Override
    public String toString() {
        return "share " + number;
    }
}
