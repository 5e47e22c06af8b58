package dev.curfew.governance.policy;

import java.nio.charset.StandardCharsets;

/// A place in a text, as editors count it.
///
/// @param line counted from 1; 0 where it cannot be told
/// @param column counted from 1; 0 where it cannot be told
public record TextPlace(int line, int column) {
    public static final TextPlace UNKNOWN = new TextPlace(0, 0);

    /// @param index counted from 0; what lies outside of the text is not known
    public static TextPlace of(String text, int index) {
        if (index < 0 || index > text.length()) {
            return UNKNOWN;
        }
        int lineStart = text.lastIndexOf('\n', index - 1) + 1;
        int line = 1
                + (int) text.substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new TextPlace(line, index - lineStart + 1);
    }

    /// Cedar counts in bytes of UTF-8, Java in UTF-16.
    ///
    /// @return the index of the character there; the text's end for what lies behind it
    public static int indexOfByte(String text, int offset) {
        int bytes = 0;
        int index = 0;
        while (index < text.length() && bytes < offset) {
            int character = text.codePointAt(index);
            bytes += Character.toString(character).getBytes(StandardCharsets.UTF_8).length;
            index += Character.charCount(character);
        }
        return index;
    }
}
