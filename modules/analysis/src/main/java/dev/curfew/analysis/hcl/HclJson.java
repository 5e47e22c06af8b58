package dev.curfew.analysis.hcl;

import dev.curfew.analysis.PolicySyntaxException;
import java.util.ArrayList;
import java.util.List;

/// JSON as the server's HCL library reads it, which takes much that is no JSON: an object ends at whatever does not go
/// on with it, so that a text that breaks off is whole; lists drop truths and the brackets of lists in them.
final class HclJson {
    private static final Token START = new Token(Token.Type.END, "", 0);

    private final JsonLexer lexer;
    private Token token = START;
    private int depth;

    private HclJson(String text) {
        this.lexer = new JsonLexer(text);
    }

    /// @param text starts with a brace, after blanks
    static HclValue.Body parse(String text) throws PolicySyntaxException {
        HclJson parser = new HclJson(text);
        if (parser.scan() != Token.Type.BRACE_OPEN) {
            throw new PolicySyntaxException("a JSON object is expected");
        }
        return new HclValue.Body(Flattening.flat(parser.object().items()));
    }

    private Token.Type scan() throws PolicySyntaxException {
        token = lexer.next();
        return token.type();
    }

    /// A fault at a closing brace is the object's end, and what it had so far is all of it.
    private HclValue.Body object() throws PolicySyntaxException {
        enter();
        List<HclItem> items = new ArrayList<>();
        try {
            do {
                List<Token> keys = keys();
                if (keys.isEmpty() || scan() == Token.Type.END) {
                    break;
                }
                HclValue value = value();
                items.add(new HclItem(
                        keys.stream().map(Token::text).toList(),
                        value,
                        keys.getFirst().line()));
            } while (scan() == Token.Type.COMMA);
        } catch (Unexpected e) {
            if (token.type() != Token.Type.BRACE_CLOSE) {
                throw new PolicySyntaxException("line " + token.line() + ": " + e.getMessage());
            }
        }
        depth--;
        return new HclValue.Body(items);
    }

    /// Up to and with the colon; none at the text's end.
    private List<Token> keys() throws PolicySyntaxException, Unexpected {
        List<Token> keys = new ArrayList<>();
        while (true) {
            switch (scan()) {
                case STRING -> keys.add(token);
                case COLON -> {
                    if (keys.isEmpty()) {
                        throw new Unexpected("a key is expected");
                    }
                    return keys;
                }
                case END -> {
                    return List.of();
                }
                case NAME,
                        NUMBER,
                        FRACTION,
                        POINT,
                        TRUTH,
                        NULL,
                        ASSIGN,
                        COMMA,
                        BRACE_OPEN,
                        BRACE_CLOSE,
                        BRACKET_OPEN,
                        BRACKET_CLOSE -> throw new Unexpected("a key is expected");
            }
        }
    }

    private HclValue value() throws PolicySyntaxException, Unexpected {
        return switch (token.type()) {
            case STRING -> new HclValue.Text(token.text());
            // null is decoded as an empty text
            case NULL -> new HclValue.Text("");
            case NUMBER -> new HclValue.Digits(token.text(), true);
            case FRACTION -> new HclValue.Digits(token.text(), false);
            case TRUTH -> new HclValue.Truth(token.text().equals("true"));
            case BRACE_OPEN -> object();
            case BRACKET_OPEN -> list();
            case NAME, POINT, ASSIGN, COLON, COMMA, BRACE_CLOSE, BRACKET_CLOSE, END ->
                throw new Unexpected("a value is expected");
        };
    }

    private HclValue list() throws PolicySyntaxException, Unexpected {
        List<HclValue> values = new ArrayList<>();
        while (true) {
            switch (scan()) {
                case NUMBER, FRACTION, STRING, BRACE_OPEN -> values.add(value());
                case COMMA, TRUTH, BRACKET_OPEN -> {}
                case BRACKET_CLOSE -> {
                    return new HclValue.Items(values);
                }
                case NAME, POINT, NULL, ASSIGN, COLON, BRACE_CLOSE, END ->
                    throw new Unexpected("a list's end is expected");
            }
        }
    }

    private void enter() throws PolicySyntaxException {
        depth++;
        if (depth > HclParser.DEPTH_MAX) {
            throw new PolicySyntaxException("nested deeper than " + HclParser.DEPTH_MAX);
        }
    }

    /// A token that does not go on with what was begun; the object around it decides what that means.
    private static final class Unexpected extends Exception {
        private static final long serialVersionUID = 1;

        Unexpected(String what) {
            super(what, null, false, false);
        }
    }
}
