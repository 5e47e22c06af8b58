package dev.curfew.connector.postgres.log.word;

import java.util.Locale;

/// A piece of a statement.
///
/// @param text a word in small letters, as PostgreSQL folds it; a quoted name as it is; one sign; of text between
///     quotes what is in it, which goes no further than [Words#roleNamed]
public record Token(Kind kind, String text) {
    public enum Kind {
        WORD,
        /// A name between double quotes: never a key word.
        NAME,
        TEXT,
        NUMBER,
        SIGN
    }

    public static Token word(String text) {
        return new Token(Kind.WORD, text.toLowerCase(Locale.ROOT));
    }

    public boolean is(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    public boolean isSign(char sign) {
        return kind == Kind.SIGN && text.charAt(0) == sign;
    }

    public boolean isName() {
        return kind == Kind.WORD || kind == Kind.NAME;
    }

    /// Without what is in quotes.
    @Override
    public String toString() {
        return kind == Kind.TEXT ? "'…'" : text;
    }
}
