package dev.curfew.snapshot.kept;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Bytes behind their length, compressed at the fastest level.
final class Packing {
    private Packing() {}

    static byte[] pack(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(content);
            deflater.finish();
            byte[] packed = new byte[Integer.BYTES + content.length / 4 + 64];
            int length = Integer.BYTES;
            ByteBuffer.wrap(packed).putInt(content.length);
            while (!deflater.finished()) {
                if (length == packed.length) {
                    packed = Arrays.copyOf(packed, packed.length + (packed.length >> 1));
                }
                length += deflater.deflate(packed, length, packed.length - length);
            }
            return Arrays.copyOf(packed, length);
        } finally {
            deflater.end();
        }
    }

    /// @param packed as [#pack] made it
    static byte[] unpack(byte[] packed) {
        byte[] content = new byte[ByteBuffer.wrap(packed).getInt()];
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed, Integer.BYTES, packed.length - Integer.BYTES);
            if (inflater.inflate(content) != content.length) {
                throw new IllegalArgumentException("the bytes are not those that were packed");
            }
            return content;
        } catch (DataFormatException e) {
            throw new IllegalArgumentException(e);
        } finally {
            inflater.end();
        }
    }
}
