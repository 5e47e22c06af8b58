package dev.curfew.analysis.hcl;

import dev.curfew.analysis.PolicySyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts HCL 1 into tokens.
final class HclLexer {
    /// Names may hold dots and hyphens after their first character.
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_.-]*");

    private static final Pattern NUMBER =
            Pattern.compile("-?(0[xX][0-9a-fA-F]+|[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?|\\.[0-9]+)");
    private static final Pattern HEREDOC = Pattern.compile("<<(-?)([\\p{L}\\p{Nd}_]+)\\r?\\n");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;

    private HclLexer(String text) {
        this.text = text;
    }

    static List<Token> tokens(String text) throws PolicySyntaxException {
        HclLexer lexer = new HclLexer(text.startsWith("\uFEFF") ? text.substring(1) : text);
        while (lexer.skipBlanks()) {
            lexer.next();
        }
        lexer.add(Token.Type.END, "");
        return lexer.tokens;
    }

    /// @return whether anything is left
    private boolean skipBlanks() throws PolicySyntaxException {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '#' || text.startsWith("//", at)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) {
                    throw problem("a comment does not end");
                }
                advance(end + 2);
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
                advance(at + 1);
            } else {
                return true;
            }
        }
        return false;
    }

    private void next() throws PolicySyntaxException {
        char c = text.charAt(at);
        switch (c) {
            case '=' -> single(Token.Type.ASSIGN);
            case ',' -> single(Token.Type.COMMA);
            case '{' -> single(Token.Type.BRACE_OPEN);
            case '}' -> single(Token.Type.BRACE_CLOSE);
            case '[' -> single(Token.Type.BRACKET_OPEN);
            case ']' -> single(Token.Type.BRACKET_CLOSE);
            case '"' -> string();
            case '<' -> heredoc();
            default -> word();
        }
    }

    private void word() throws PolicySyntaxException {
        Matcher name = NAME.matcher(text).region(at, text.length());
        if (name.lookingAt()) {
            String word = name.group();
            add(word.equals("true") || word.equals("false") ? Token.Type.TRUTH : Token.Type.NAME, word);
            at = name.end();
            return;
        }
        Matcher number = NUMBER.matcher(text).region(at, text.length());
        if (!number.lookingAt()) {
            throw problem("a character that means nothing here");
        }
        add(Token.Type.NUMBER, number.group());
        at = number.end();
    }

    /// `${ … }` inside a string is taken as it stands, quotes and line ends too; elsewhere a line end is an error.
    private void string() throws PolicySyntaxException {
        int start = line;
        StringBuilder value = new StringBuilder();
        int depth = 0;
        int i = at + 1;
        while (true) {
            if (i >= text.length() || (depth == 0 && text.charAt(i) == '\n')) {
                throw problem("a string does not end");
            }
            char c = text.charAt(i);
            if (depth == 0 && c == '"') {
                break;
            }
            if (depth == 0 && c == '\\') {
                i = HclEscapes.append(text, i, value);
                continue;
            }
            if (c == '{' && (depth > 0 || text.charAt(i - 1) == '$')) {
                depth++;
            } else if (c == '}' && depth > 0) {
                depth--;
            }
            value.append(c);
            i++;
        }
        tokens.add(new Token(Token.Type.STRING, value.toString(), start));
        advance(i + 1);
    }

    private void heredoc() throws PolicySyntaxException {
        Matcher start = HEREDOC.matcher(text).region(at, text.length());
        if (!start.lookingAt()) {
            throw problem("a character that means nothing here");
        }
        Matcher end = Pattern.compile("(?m)^[ \\t]*" + start.group(2) + "$").matcher(text);
        if (!end.find(start.end())) {
            throw problem("a heredoc does not end");
        }
        String body = text.substring(start.end(), end.start());
        add(Token.Type.STRING, start.group(1).isEmpty() ? body : body.stripIndent());
        advance(end.end());
    }

    private void single(Token.Type type) {
        add(type, "");
        at++;
    }

    private void add(Token.Type type, String value) {
        tokens.add(new Token(type, value, line));
    }

    private void advance(int to) {
        line += (int) text.substring(at, to).chars().filter(c -> c == '\n').count();
        at = to;
    }

    private PolicySyntaxException problem(String what) {
        return new PolicySyntaxException("line " + line + ": " + what);
    }
}
