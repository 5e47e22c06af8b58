package dev.curfew.connector.postgres.log.word;

import java.util.ArrayList;
import java.util.List;

/// Takes text apart as PostgreSQL does: <https://www.postgresql.org/docs/current/sql-syntax-lexical.html>. What has no
/// end, because it was cut off, ends with the text.
public final class Lexer {
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Lexer(String text) {
        this.text = text;
    }

    public static List<Token> tokens(String text) {
        return new Lexer(text).all();
    }

    private List<Token> all() {
        while (at < text.length()) {
            char sign = text.charAt(at);
            if (Character.isWhitespace(sign)) {
                at++;
            } else if (text.startsWith("--", at)) {
                at = end(text.indexOf('\n', at));
            } else if (text.startsWith("/*", at)) {
                comment();
            } else if (sign == '\'') {
                text(false);
            } else if (sign == '"') {
                name();
            } else if (sign == '$') {
                dollar();
            } else if (isWord(sign) && !Character.isDigit(sign)) {
                word();
            } else if (Character.isDigit(sign)) {
                number();
            } else {
                tokens.add(new Token(Token.Kind.SIGN, String.valueOf(sign)));
                at++;
            }
        }
        return tokens;
    }

    private int end(int found) {
        return found < 0 ? text.length() : found + 1;
    }

    /// They nest.
    private void comment() {
        int depth = 0;
        do {
            if (text.startsWith("/*", at)) {
                depth++;
                at += 2;
            } else if (text.startsWith("*/", at)) {
                depth--;
                at += 2;
            } else {
                at++;
            }
        } while (depth > 0 && at < text.length());
    }

    /// @param escapes whether a backslash means something, as in `E'…'`
    private void text(boolean escapes) {
        StringBuilder held = new StringBuilder();
        at++;
        while (at < text.length()) {
            char sign = text.charAt(at++);
            if (escapes && sign == '\\' && at < text.length()) {
                held.append(text.charAt(at++));
            } else if (sign != '\'') {
                held.append(sign);
            } else if (at < text.length() && text.charAt(at) == '\'') {
                held.append(text.charAt(at++));
            } else {
                break;
            }
        }
        tokens.add(new Token(Token.Kind.TEXT, held.toString()));
    }

    private void name() {
        StringBuilder held = new StringBuilder();
        at++;
        while (at < text.length()) {
            char sign = text.charAt(at++);
            if (sign != '"') {
                held.append(sign);
            } else if (at < text.length() && text.charAt(at) == '"') {
                held.append(text.charAt(at++));
            } else {
                break;
            }
        }
        tokens.add(new Token(Token.Kind.NAME, held.toString()));
    }

    /// `$$…$$`, `$tag$…$tag$`, or a parameter.
    private void dollar() {
        int tag = at + 1;
        while (tag < text.length() && isWord(text.charAt(tag))) {
            tag++;
        }
        boolean isQuote = tag < text.length()
                && text.charAt(tag) == '$'
                && (tag == at + 1 || !Character.isDigit(text.charAt(at + 1)));
        if (!isQuote) {
            tokens.add(new Token(Token.Kind.NUMBER, text.substring(at, Math.max(tag, at + 1))));
            at = Math.max(tag, at + 1);
            return;
        }
        String mark = text.substring(at, tag + 1);
        int close = text.indexOf(mark, tag + 1);
        int stop = close < 0 ? text.length() : close;
        tokens.add(new Token(Token.Kind.TEXT, text.substring(tag + 1, stop)));
        at = Math.min(text.length(), stop + mark.length());
    }

    private void word() {
        int from = at;
        while (at < text.length() && (isWord(text.charAt(at)) || text.charAt(at) == '$')) {
            at++;
        }
        String word = text.substring(from, at);
        boolean isQuoted = at < text.length() && text.charAt(at) == '\'';
        if (isQuoted && word.matches("(?i)[ebxn]")) {
            text(word.equalsIgnoreCase("e"));
        } else if (text.startsWith("&'", at) && word.equalsIgnoreCase("u")) {
            at++;
            text(false);
        } else if (text.startsWith("&\"", at) && word.equalsIgnoreCase("u")) {
            at++;
            name();
        } else {
            tokens.add(Token.word(word));
        }
    }

    private void number() {
        int from = at;
        while (at < text.length() && (isWord(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        tokens.add(new Token(Token.Kind.NUMBER, text.substring(from, at)));
    }

    private static boolean isWord(char sign) {
        return sign == '_' || Character.isLetterOrDigit(sign);
    }
}
