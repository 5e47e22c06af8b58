package dev.curfew.analysis.hcl;

import dev.curfew.analysis.PolicySyntaxException;

/// The escapes of a quoted string, which are Go's.
final class HclEscapes {
    private HclEscapes() {}

    /// Appends what the escape at `start` (a backslash) stands for.
    ///
    /// @return the index behind the escape
    static int append(String text, int start, StringBuilder to) throws PolicySyntaxException {
        char c = start + 1 < text.length() ? text.charAt(start + 1) : '\n';
        return switch (c) {
            case 'x' -> code(text, start + 2, 2, 16, to);
            case 'u' -> code(text, start + 2, 4, 16, to);
            case 'U' -> code(text, start + 2, 8, 16, to);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> code(text, start + 1, 3, 8, to);
            default -> {
                to.append(simple(c));
                yield start + 2;
            }
        };
    }

    private static char simple(char c) throws PolicySyntaxException {
        return switch (c) {
            case 'a' -> '\u0007';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'v' -> '\u000B';
            case '\\', '"' -> c;
            default -> throw new PolicySyntaxException("an unknown escape in a string");
        };
    }

    private static int code(String text, int from, int digits, int radix, StringBuilder to)
            throws PolicySyntaxException {
        int end = from + digits;
        if (end > text.length()) {
            throw new PolicySyntaxException("an escape in a string is too short");
        }
        try {
            int point = Integer.parseUnsignedInt(text, from, end, radix);
            to.append(Character.toString(point));
        } catch (IllegalArgumentException e) {
            throw new PolicySyntaxException("an escape in a string is no character");
        }
        return end;
    }
}
