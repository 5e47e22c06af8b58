package dev.curfew.snapshot.crypto;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// UTF-8 of secret characters, leaving no copy behind.
public final class Utf8 {
    /// Of one UTF-16 unit.
    private static final int BYTES_MAX = 3;

    private Utf8() {}

    /// Exactly the bytes; the caller wipes them.
    public static byte[] encode(CharBuffer characters) {
        ByteBuffer encoded = ByteBuffer.allocate(characters.remaining() * BYTES_MAX);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(characters, encoded, true);
        byte[] bytes = Arrays.copyOf(encoded.array(), encoded.position());
        Arrays.fill(encoded.array(), (byte) 0);
        return bytes;
    }

    /// Exactly the characters; the caller wipes them, and the bytes.
    public static char[] decode(byte[] bytes) {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(bytes));
        char[] characters = Arrays.copyOf(decoded.array(), decoded.limit());
        Arrays.fill(decoded.array(), '\0');
        return characters;
    }
}
