package dev.curfew.analysis.json;

/// Escapes of texts, which have been looked at and are right.
final class Escapes {
    private static final char ESCAPE = '\\';
    private static final int HEX_DIGITS = 4;
    private static final int HEX = 16;

    private Escapes() {}

    /// @param text as it is written between its quotes
    static String resolved(String text) {
        int escape = text.indexOf(ESCAPE);
        if (escape < 0) {
            return text;
        }
        StringBuilder resolved = new StringBuilder(text.length());
        int from = 0;
        while (escape >= 0) {
            resolved.append(text, from, escape);
            char kind = text.charAt(escape + 1);
            from = escape + 2;
            if (kind == 'u') {
                resolved.append((char) Integer.parseInt(text, from, from + HEX_DIGITS, HEX));
                from += HEX_DIGITS;
            } else {
                resolved.append(letter(kind));
            }
            escape = text.indexOf(ESCAPE, from);
        }
        return resolved.append(text, from, text.length()).toString();
    }

    private static char letter(char kind) {
        return switch (kind) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> kind;
        };
    }
}
