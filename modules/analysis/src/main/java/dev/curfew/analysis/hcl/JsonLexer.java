package dev.curfew.analysis.hcl;

import dev.curfew.analysis.PolicySyntaxException;

/// Cuts JSON into tokens as the server's HCL library does, one at a time: what stands behind the last one that is asked
/// for may be anything.
final class JsonLexer {
    private final Cursor cursor;

    JsonLexer(String text) {
        this.cursor = new Cursor(text);
    }

    Token next() throws PolicySyntaxException {
        while (cursor.peek() == ' ' || cursor.peek() == '\t' || cursor.peek() == '\r' || cursor.peek() == '\n') {
            cursor.next();
        }
        return switch (cursor.peek()) {
            case Cursor.END -> token(Token.Type.END);
            // the server takes it for the end once, and goes on behind it
            case 0 -> single(Token.Type.END);
            case '{' -> single(Token.Type.BRACE_OPEN);
            case '}' -> single(Token.Type.BRACE_CLOSE);
            case '[' -> single(Token.Type.BRACKET_OPEN);
            case ']' -> single(Token.Type.BRACKET_CLOSE);
            case ',' -> single(Token.Type.COMMA);
            case ':' -> single(Token.Type.COLON);
            case '"' -> string();
            default -> word();
        };
    }

    private Token word() throws PolicySyntaxException {
        int start = cursor.place();
        int line = cursor.line();
        if (!Cursor.isLetter(cursor.peek())) {
            Token.Type type = cursor.peek() == '.' ? cursor.point() : number();
            return new Token(type, cursor.since(start), line);
        }
        while (Cursor.isLetter(cursor.peek()) || Cursor.isDigit(cursor.peek()) || cursor.peek() == '-') {
            cursor.next();
        }
        String word = cursor.since(start);
        return switch (word) {
            case "true", "false" -> new Token(Token.Type.TRUTH, word, line);
            case "null" -> new Token(Token.Type.NULL, "", line);
            default -> throw cursor.problem("a word that JSON does not know");
        };
    }

    private Token.Type number() throws PolicySyntaxException {
        if (cursor.peek() == '-') {
            cursor.next();
        }
        boolean zero = cursor.peek() == '0';
        int start = cursor.place();
        if (!cursor.digits()) {
            throw cursor.problem("a character that means nothing here");
        }
        int digits = cursor.place() - start;
        if (cursor.atExponent()) {
            cursor.exponent();
            return Token.Type.FRACTION;
        }
        if (cursor.peek() == '.') {
            cursor.fraction();
            return Token.Type.FRACTION;
        }
        if (zero && (digits > 1 || cursor.peek() == Cursor.END)) {
            throw cursor.problem("a number does not start with a zero");
        }
        return Token.Type.NUMBER;
    }

    private Token string() throws PolicySyntaxException {
        int line = cursor.line();
        HclEscapes value = new HclEscapes(cursor);
        cursor.next();
        for (int c = cursor.next(); c != '"'; c = cursor.next()) {
            if (c == Cursor.END || c == '\n' || c == 0) {
                throw cursor.problem("a string does not end");
            }
            if (c == '\\') {
                value.escape(false);
            } else {
                value.add(c);
            }
        }
        return new Token(Token.Type.STRING, value.text(), line);
    }

    private Token single(Token.Type type) {
        Token token = token(type);
        cursor.next();
        return token;
    }

    private Token token(Token.Type type) {
        return new Token(type, "", cursor.line());
    }
}
