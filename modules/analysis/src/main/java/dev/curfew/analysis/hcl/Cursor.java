package dev.curfew.analysis.hcl;

import dev.curfew.analysis.PolicySyntaxException;

/// A place in a text, and what the two languages have in common to read there: numbers and escapes.
final class Cursor {
    /// What stands behind the end.
    static final int END = -1;

    private final String text;
    private int at;
    private int line = 1;

    Cursor(String text) {
        this.text = text;
    }

    int line() {
        return line;
    }

    int place() {
        return at;
    }

    String since(int place) {
        return text.substring(place, at);
    }

    /// The code point here, or [#END].
    int peek() {
        return at < text.length() ? text.codePointAt(at) : END;
    }

    boolean startsWith(String what) {
        return text.startsWith(what, at);
    }

    int next() {
        int c = peek();
        if (c != END) {
            at += Character.charCount(c);
            if (c == '\n') {
                line++;
            }
        }
        return c;
    }

    void skip(int count) {
        for (int i = 0; i < count; i++) {
            next();
        }
    }

    boolean atDigit() {
        return peek() >= '0' && peek() <= '9';
    }

    /// @return whether there was one
    boolean digits() {
        boolean any = atDigit();
        while (atDigit()) {
            at++;
        }
        return any;
    }

    boolean atExponent() {
        return peek() == 'e' || peek() == 'E';
    }

    /// From the `e` on. Without a digit the next character belongs to the number, which then is none.
    void exponent() {
        next();
        if (peek() == '+' || peek() == '-') {
            next();
        }
        if (!digits()) {
            next();
        }
    }

    /// From the point on.
    void fraction() {
        next();
        digits();
        if (atExponent()) {
            exponent();
        }
    }

    /// A number that begins with its point. Its exponent ends at its `e`: digits behind that are a number of their own.
    /// A point alone is a token that nothing expects.
    Token.Type point() {
        next();
        if (!digits()) {
            return Token.Type.POINT;
        }
        if (atExponent()) {
            next();
        }
        return Token.Type.FRACTION;
    }

    static boolean isLetter(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= 0x80 && Character.isLetter(c));
    }

    static boolean isDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 0x80 && Character.isDigit(c));
    }

    PolicySyntaxException problem(String what) {
        return new PolicySyntaxException("line " + line + ": " + what);
    }
}
