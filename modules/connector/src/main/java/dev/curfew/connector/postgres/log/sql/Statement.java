package dev.curfew.connector.postgres.log.sql;

import dev.curfew.connector.postgres.log.query.Told;
import dev.curfew.connector.postgres.log.word.Lexer;
import dev.curfew.connector.postgres.log.word.Splitting;
import dev.curfew.connector.postgres.log.word.Token;
import dev.curfew.connector.postgres.log.word.Words;
import java.util.List;
import java.util.Optional;

/// One statement, as far as it is told.
///
/// @param told what it did
/// @param acting whom it made the session
public record Statement(List<Told> told, Optional<Acting> acting) {
    /// Longer ones are data.
    private static final int LETTERS_MAX = 1 << 20;

    public Statement {
        told = List.copyOf(told);
    }

    /// All of a text that was sent at once.
    public static List<Statement> of(String text) {
        String some = text.length() <= LETTERS_MAX ? text : text.substring(0, LETTERS_MAX);
        return Splitting.of(Lexer.tokens(some)).stream().map(Statement::of).toList();
    }

    /// What `PREPARE name AS …` prepared, when it is carried out.
    public static List<Statement> ofPrepared(String text) {
        List<Token> tokens = Lexer.tokens(text);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is("as")) {
                return List.of(of(tokens.subList(i + 1, tokens.size())));
            }
        }
        return List.of();
    }

    private static Statement of(List<Token> tokens) {
        Optional<Acting> acting = Becoming.of(new Words(tokens));
        return new Statement(acting.isPresent() ? Becoming.told(acting.get()) : Reader.told(tokens), acting);
    }
}
