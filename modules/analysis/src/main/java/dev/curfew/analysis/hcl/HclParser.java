package dev.curfew.analysis.hcl;

import dev.curfew.analysis.PolicySyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Parses HCL 1 as the server does that reads it: commas between items are optional, `key "label" = …` is an error.
public final class HclParser {
    /// Deeper nesting is no policy, and would end in a stack overflow.
    static final int DEPTH_MAX = 50;

    private final List<Token> tokens;
    private int at;
    private int depth;

    private HclParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /// Parses HCL, or JSON where the text starts with a brace.
    ///
    /// @throws PolicySyntaxException with the line
    public static HclValue.Body parse(String text) throws PolicySyntaxException {
        if (startsWithBrace(text)) {
            return HclJson.parse(text);
        }
        HclParser parser = new HclParser(HclLexer.tokens(text));
        HclValue.Body body = parser.body();
        if (parser.peek().type() != Token.Type.END) {
            throw parser.problem("a key is expected");
        }
        return body;
    }

    /// After what Go takes for blanks.
    private static boolean startsWithBrace(String text) {
        int at = 0;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '{';
    }

    private static boolean isBlank(char c) {
        return (c >= '\t' && c <= '\r') || c == '\u0085' || Character.isSpaceChar(c);
    }

    private HclValue.Body body() throws PolicySyntaxException {
        List<HclItem> items = new ArrayList<>();
        while (peek().type() == Token.Type.NAME || peek().type() == Token.Type.STRING) {
            Optional<HclItem> item = item();
            if (item.isEmpty()) {
                break;
            }
            items.add(item.get());
            if (peek().type() == Token.Type.COMMA) {
                at++;
            }
        }
        return new HclValue.Body(items);
    }

    /// None where the text ends behind an equals sign, which is no error by itself.
    private Optional<HclItem> item() throws PolicySyntaxException {
        int line = peek().line();
        List<String> keys = new ArrayList<>();
        while (peek().type() == Token.Type.NAME || peek().type() == Token.Type.STRING) {
            keys.add(take().text());
        }
        return switch (peek().type()) {
            case ASSIGN -> {
                if (keys.size() > 1) {
                    throw problem("a block has no equals sign");
                }
                at++;
                yield peek().type() == Token.Type.END
                        ? Optional.empty()
                        : Optional.of(new HclItem(keys, value(), line));
            }
            case BRACE_OPEN -> Optional.of(new HclItem(keys, object(), line));
            case NAME,
                    STRING,
                    NUMBER,
                    FRACTION,
                    POINT,
                    TRUTH,
                    NULL,
                    COLON,
                    COMMA,
                    BRACE_CLOSE,
                    BRACKET_OPEN,
                    BRACKET_CLOSE,
                    END -> throw problem("an equals sign or a brace is expected");
        };
    }

    private HclValue value() throws PolicySyntaxException {
        return switch (peek().type()) {
            case STRING -> new HclValue.Text(take().text());
            case NUMBER -> new HclValue.Digits(take().text(), true);
            case FRACTION -> new HclValue.Digits(take().text(), false);
            case TRUTH -> new HclValue.Truth(take().text().equals("true"));
            case BRACE_OPEN -> object();
            case BRACKET_OPEN -> list();
            case NAME, POINT, NULL, ASSIGN, COLON, COMMA, BRACE_CLOSE, BRACKET_CLOSE, END ->
                throw problem("a value is expected");
        };
    }

    private HclValue.Body object() throws PolicySyntaxException {
        enter();
        at++;
        HclValue.Body body = body();
        if (take().type() != Token.Type.BRACE_CLOSE) {
            throw problem("a closing brace is expected");
        }
        depth--;
        return body;
    }

    private HclValue.Items list() throws PolicySyntaxException {
        enter();
        at++;
        List<HclValue> values = new ArrayList<>();
        boolean commaNeeded = false;
        while (peek().type() != Token.Type.BRACKET_CLOSE) {
            if (peek().type() == Token.Type.COMMA) {
                at++;
                commaNeeded = false;
            } else if (commaNeeded) {
                throw problem("a comma or the list's end is expected");
            } else {
                // a list in a list needs no comma behind it
                commaNeeded = peek().type() != Token.Type.BRACKET_OPEN;
                values.add(value());
            }
        }
        at++;
        depth--;
        return new HclValue.Items(values);
    }

    private void enter() throws PolicySyntaxException {
        depth++;
        if (depth > DEPTH_MAX) {
            throw problem("nested deeper than " + DEPTH_MAX);
        }
    }

    private Token peek() {
        return tokens.get(at);
    }

    /// The end is never passed.
    private Token take() {
        Token token = tokens.get(at);
        if (token.type() != Token.Type.END) {
            at++;
        }
        return token;
    }

    private PolicySyntaxException problem(String what) {
        return new PolicySyntaxException("line " + peek().line() + ": " + what);
    }
}
