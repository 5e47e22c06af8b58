package dev.curfew.model.connection;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Function;

/// A secret value in memory. It prints as dots, does not serialise, equals only itself, and is wiped by [#close].
public final class Secret implements AutoCloseable {
    private final char[] characters;
    private boolean closed;

    private Secret(char[] characters) {
        this.characters = characters;
    }

    /// Takes over the array: the caller neither keeps nor wipes it.
    public static Secret taking(char[] characters) {
        return new Secret(characters);
    }

    public static Secret of(String text) {
        return new Secret(text.toCharArray());
    }

    /// Decodes UTF-8 bytes, drops white space at both ends, and wipes the given array.
    public static Secret ofFile(byte[] utf8) {
        CharBuffer decoded = StandardCharsets.UTF_8.decode(java.nio.ByteBuffer.wrap(utf8));
        Arrays.fill(utf8, (byte) 0);
        char[] all = decoded.array();
        int start = 0;
        int end = decoded.limit();
        while (start < end && Character.isWhitespace(all[start])) {
            start++;
        }
        while (end > start && Character.isWhitespace(all[end - 1])) {
            end--;
        }
        char[] trimmed = Arrays.copyOfRange(all, start, end);
        Arrays.fill(all, '\0');
        return new Secret(trimmed);
    }

    /// Lends the characters for the length of a call. What the call derives and returns is its own responsibility.
    ///
    /// @throws IllegalStateException after [#close]
    public <T> T use(Function<char[], T> use) {
        if (closed) {
            throw new IllegalStateException("the secret was wiped");
        }
        return use.apply(characters);
    }

    /// The value as a string, for an API that takes nothing else: a header, a signer.
    public String reveal() {
        return use(String::new);
    }

    public Secret copy() {
        return use(value -> new Secret(value.clone()));
    }

    public boolean isEmpty() {
        return characters.length == 0;
    }

    @Override
    public void close() {
        Arrays.fill(characters, '\0');
        closed = true;
    }

    @Override
    public String toString() {
        return "••••";
    }
}
