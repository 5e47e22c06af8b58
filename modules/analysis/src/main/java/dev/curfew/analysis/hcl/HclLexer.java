package dev.curfew.analysis.hcl;

import dev.curfew.analysis.PolicySyntaxException;
import java.util.ArrayList;
import java.util.List;

/// Cuts HCL 1 into tokens.
final class HclLexer {
    /// The server's own parser keeps this one for itself.
    private static final char RESERVED = '\uE123';

    private final Cursor cursor;
    private final List<Token> tokens = new ArrayList<>();

    private HclLexer(String text) {
        this.cursor = new Cursor(text);
    }

    static List<Token> tokens(String text) throws PolicySyntaxException {
        if (text.indexOf('\0') >= 0 || text.indexOf(RESERVED) >= 0) {
            throw new PolicySyntaxException("a character that means nothing in a policy");
        }
        HclLexer lexer = new HclLexer(text.replace("\r\n", "\n"));
        while (lexer.skipBlanks()) {
            lexer.next();
        }
        lexer.add(Token.Type.END, "", lexer.cursor.line());
        return lexer.tokens;
    }

    /// @return whether anything is left
    private boolean skipBlanks() throws PolicySyntaxException {
        while (true) {
            switch (cursor.peek()) {
                case ' ', '\t', '\r', '\n' -> cursor.next();
                case '#' -> skipLine();
                case '/' -> skipComment();
                default -> {
                    return cursor.peek() != Cursor.END;
                }
            }
        }
    }

    private void skipLine() {
        while (cursor.peek() != '\n' && cursor.peek() != Cursor.END) {
            cursor.next();
        }
    }

    private void skipComment() throws PolicySyntaxException {
        if (cursor.startsWith("//")) {
            skipLine();
            return;
        }
        if (!cursor.startsWith("/*")) {
            throw cursor.problem("a character that means nothing here");
        }
        cursor.skip(2);
        while (!cursor.startsWith("*/")) {
            if (cursor.next() == Cursor.END) {
                throw cursor.problem("a comment does not end");
            }
        }
        cursor.skip(2);
    }

    private void next() throws PolicySyntaxException {
        switch (cursor.peek()) {
            case '=' -> single(Token.Type.ASSIGN);
            case ',' -> single(Token.Type.COMMA);
            case '{' -> single(Token.Type.BRACE_OPEN);
            case '}' -> single(Token.Type.BRACE_CLOSE);
            case '[' -> single(Token.Type.BRACKET_OPEN);
            case ']' -> single(Token.Type.BRACKET_CLOSE);
            case '"' -> string();
            case '<' -> {
                int line = cursor.line();
                add(Token.Type.STRING, Heredoc.read(cursor), line);
            }
            default -> word();
        }
    }

    private void word() throws PolicySyntaxException {
        int start = cursor.place();
        int line = cursor.line();
        if (Cursor.isLetter(cursor.peek())) {
            while (isInName(cursor.peek())) {
                cursor.next();
            }
            String word = cursor.since(start);
            add(word.equals("true") || word.equals("false") ? Token.Type.TRUTH : Token.Type.NAME, word, line);
            return;
        }
        Token.Type type = cursor.peek() == '.' ? cursor.point() : number();
        add(type, cursor.since(start), line);
    }

    private static boolean isInName(int c) {
        return Cursor.isLetter(c) || Cursor.isDigit(c) || c == '-' || c == '.';
    }

    private Token.Type number() throws PolicySyntaxException {
        if (cursor.peek() == '-') {
            cursor.next();
        }
        if (!cursor.atDigit()) {
            throw cursor.problem("a character that means nothing here");
        }
        boolean badOctal = false;
        if (cursor.peek() == '0') {
            cursor.next();
            if (cursor.peek() == 'x' || cursor.peek() == 'X') {
                return hexadecimal();
            }
            int start = cursor.place();
            cursor.digits();
            String octal = cursor.since(start);
            // the digit behind the zero is not looked at
            badOctal = octal.indexOf('8', 1) >= 0 || octal.indexOf('9', 1) >= 0;
        } else {
            cursor.digits();
        }
        if (cursor.atExponent()) {
            cursor.exponent();
            return Token.Type.FRACTION;
        }
        if (cursor.peek() == '.') {
            cursor.fraction();
            return Token.Type.FRACTION;
        }
        if (badOctal) {
            throw cursor.problem("not an octal number");
        }
        return Token.Type.NUMBER;
    }

    private Token.Type hexadecimal() throws PolicySyntaxException {
        cursor.next();
        int start = cursor.place();
        while (cursor.peek() < 0x80 && Character.digit(cursor.peek(), 16) >= 0) {
            cursor.next();
        }
        if (cursor.place() == start) {
            throw cursor.problem("not a hexadecimal number");
        }
        return Token.Type.NUMBER;
    }

    /// `${ … }` inside a string is taken as it stands, quotes and line ends too; elsewhere a line end is an error. Its
    /// escapes are looked at nevertheless.
    private void string() throws PolicySyntaxException {
        int line = cursor.line();
        HclEscapes value = new HclEscapes(cursor);
        int depth = 0;
        cursor.next();
        while (true) {
            int place = cursor.place();
            int c = cursor.next();
            if (c == Cursor.END || (depth == 0 && c == '\n')) {
                throw cursor.problem("a string does not end");
            }
            if (c == '"' && depth == 0) {
                break;
            }
            if (c == '\\') {
                escape(value, depth, place);
                continue;
            }
            value.add(c);
            if (depth == 0 && c == '$' && cursor.peek() == '{') {
                value.add(cursor.next());
                depth = 1;
            } else if (depth > 0 && c == '{') {
                depth++;
            } else if (depth > 0 && c == '}') {
                depth--;
            }
        }
        add(Token.Type.STRING, value.text(), line);
    }

    private void escape(HclEscapes value, int depth, int place) throws PolicySyntaxException {
        if (depth == 0) {
            value.escape(true);
        } else {
            new HclEscapes(cursor).escape(true);
            cursor.since(place).codePoints().forEach(value::add);
        }
    }

    private void single(Token.Type type) {
        add(type, "", cursor.line());
        cursor.next();
    }

    private void add(Token.Type type, String value, int line) {
        tokens.add(new Token(type, value, line));
    }
}
