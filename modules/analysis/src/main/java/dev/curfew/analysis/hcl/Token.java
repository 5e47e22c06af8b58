package dev.curfew.analysis.hcl;

/// @param text the name, the number, or the string without quotes and escapes
record Token(Type type, String text, int line) {

    enum Type {
        NAME,
        STRING,
        NUMBER,
        FRACTION,
        POINT,
        TRUTH,
        NULL,
        ASSIGN,
        COLON,
        COMMA,
        BRACE_OPEN,
        BRACE_CLOSE,
        BRACKET_OPEN,
        BRACKET_CLOSE,
        END
    }
}
