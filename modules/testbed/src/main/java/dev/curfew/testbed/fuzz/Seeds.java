package dev.curfew.testbed.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// What a fuzzer begins with: one input a line, in `seeds.txt` beside the class that it is for.
public final class Seeds {
    /// Stands for the end of a line in an input.
    private static final String LINE_END = "\u2424";

    private Seeds() {}

    /// One that no line of text can hold.
    ///
    /// @param letter its parser's
    public static byte[] of(char letter, byte[] input) {
        byte[] seed = new byte[input.length + 1];
        seed[0] = (byte) letter;
        System.arraycopy(input, 0, seed, 1, input.length);
        return seed;
    }

    /// In the file's order.
    public static List<byte[]> of(Class<?> target) {
        try (InputStream in = Objects.requireNonNull(target.getResourceAsStream("seeds.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.replace(LINE_END, "\n").getBytes(StandardCharsets.UTF_8))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
