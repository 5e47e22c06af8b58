package dev.curfew.connector.postgres.log.define;

import dev.curfew.connector.postgres.log.word.Token;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Statements in which there is nothing but names and key words.
public final class Rights {
    private static final Set<String> GLUE = Set.of(
            "on", "to", "from", "with", "option", "admin", "inherit", "set", "grant", "granted", "by", "for", "in");

    private Rights() {}

    /// Each word after a space; text between quotes, which has no place there, is left out.
    public static String text(List<Token> tokens) {
        StringBuilder text = new StringBuilder();
        boolean isTight = false;
        for (Token token : tokens) {
            boolean isSign = token.kind() == Token.Kind.SIGN;
            boolean isJoined = isTight || (isSign && !token.isSign('('));
            text.append(isJoined ? "" : " ");
            text.append(
                    token.kind() == Token.Kind.WORD && GLUE.contains(token.text())
                            ? token.text().toUpperCase(Locale.ROOT)
                            : token.toString());
            isTight = token.isSign('.') || token.isSign('(');
        }
        return text.toString();
    }
}
