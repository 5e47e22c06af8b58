package dev.curfew.analysis.hcl;

import dev.curfew.analysis.PolicySyntaxException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Collects what a quoted string stands for. Its escapes are Go's: `\x` and octal ones are bytes of UTF-8.
final class HclEscapes {
    private static final int BYTE_MAX = 0xFF;

    private final Cursor cursor;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    HclEscapes(Cursor cursor) {
        this.cursor = cursor;
    }

    void add(int codePoint) {
        boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        bytes.writeBytes((half ? "\uFFFD" : Character.toString(codePoint)).getBytes(StandardCharsets.UTF_8));
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// What the escape behind the backslash stands for.
    ///
    /// @param surrogates whether half a pair is taken, as HCL does; JSON does not
    void escape(boolean surrogates) throws PolicySyntaxException {
        int c = cursor.next();
        switch (c) {
            case 'x' -> bytes.write(code(2, 16));
            case 'u' -> addPoint(code(4, 16), surrogates);
            case 'U' -> addPoint(code(8, 16), surrogates);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> addOctal(c);
            case 'a' -> bytes.write(0x07);
            case 'b' -> bytes.write('\b');
            case 'f' -> bytes.write('\f');
            case 'n' -> bytes.write('\n');
            case 'r' -> bytes.write('\r');
            case 't' -> bytes.write('\t');
            case 'v' -> bytes.write(0x0B);
            case '\\', '"' -> bytes.write(c);
            default -> throw cursor.problem("an unknown escape in a string");
        }
    }

    private void addOctal(int first) throws PolicySyntaxException {
        int value = (first - '0') * 64 + code(2, 8);
        if (value > BYTE_MAX) {
            throw cursor.problem("an escape in a string is no byte");
        }
        bytes.write(value);
    }

    private void addPoint(int point, boolean surrogates) throws PolicySyntaxException {
        boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        if (!Character.isValidCodePoint(point) || (half && !surrogates)) {
            throw cursor.problem("an escape in a string is no character");
        }
        add(point);
    }

    private int code(int digits, int radix) throws PolicySyntaxException {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            int c = cursor.next();
            int digit = c < 0x80 ? Character.digit(c, radix) : -1;
            if (digit < 0) {
                throw cursor.problem("an escape in a string is too short");
            }
            value = value * radix + digit;
        }
        return value;
    }
}
