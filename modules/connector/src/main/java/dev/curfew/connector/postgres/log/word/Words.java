package dev.curfew.connector.postgres.log.word;

import java.util.List;
import java.util.Optional;

/// Goes through the pieces of one statement.
public final class Words {
    private final List<Token> tokens;
    private int at;

    public Words(List<Token> tokens) {
        this.tokens = tokens;
    }

    public boolean atEnd() {
        return at >= tokens.size();
    }

    public List<Token> rest() {
        return tokens.subList(Math.min(at, tokens.size()), tokens.size());
    }

    private Optional<Token> peek() {
        return atEnd() ? Optional.empty() : Optional.of(tokens.get(at));
    }

    /// Whether these come next; then they are passed.
    public boolean take(String... words) {
        if (!isNext(words)) {
            return false;
        }
        at += words.length;
        return true;
    }

    public boolean isNext(String... words) {
        for (int i = 0; i < words.length; i++) {
            if (at + i >= tokens.size() || !tokens.get(at + i).is(words[i])) {
                return false;
            }
        }
        return true;
    }

    public boolean takeAny(String... words) {
        for (String word : words) {
            if (take(word)) {
                return true;
            }
        }
        return false;
    }

    public boolean takeSign(char sign) {
        boolean isNext = peek().filter(token -> token.isSign(sign)).isPresent();
        at += isNext ? 1 : 0;
        return isNext;
    }

    public boolean isSign(char sign) {
        return peek().filter(token -> token.isSign(sign)).isPresent();
    }

    /// The next word, whatever it is; empty for anything else.
    public String word() {
        return peek().filter(token -> token.kind() == Token.Kind.WORD)
                .map(token -> {
                    at++;
                    return token.text();
                })
                .orElse("");
    }

    /// `schema.name`; empty where none comes.
    public String name() {
        StringBuilder name = new StringBuilder();
        while (peek().filter(Token::isName).isPresent()) {
            name.append(tokens.get(at++).text());
            boolean goesOn = at + 1 < tokens.size()
                    && tokens.get(at).isSign('.')
                    && tokens.get(at + 1).isName();
            if (!goesOn) {
                break;
            }
            at++;
            name.append('.');
        }
        return name.toString();
    }

    /// A role's name, which `SET ROLE` takes as text too; empty where none comes.
    public String roleNamed() {
        Optional<Token> next = peek().filter(token -> token.isName() || token.kind() == Token.Kind.TEXT);
        at += next.isPresent() ? 1 : 0;
        return next.map(Token::text).orElse("");
    }

    public void skip() {
        at++;
    }

    /// Past what is in brackets, where they come next.
    public void skipBrackets() {
        int depth = 0;
        do {
            if (isSign('(')) {
                depth++;
            } else if (isSign(')')) {
                depth--;
            }
            if (depth > 0 || isSign(')')) {
                at++;
            }
        } while (depth > 0 && !atEnd());
    }
}
