package dev.curfew.connector.postgres.log.define;

import dev.curfew.connector.postgres.log.word.Words;
import java.util.List;
import java.util.Locale;

/// What sort of thing is made, changed or dropped.
///
/// @param kind in capitals
record Thing(String kind) {
    private static final String MAPPING = "USER MAPPING";
    private static final String ROLE = "ROLE";
    private static final String MATERIALIZED = "MATERIALIZED VIEW";

    /// Those that are called by several words.
    private static final List<List<String>> LONG = List.of(
            List.of("user", "mapping"),
            List.of("access", "method"),
            List.of("event", "trigger"),
            List.of("foreign", "data", "wrapper"),
            List.of("foreign", "table"),
            List.of("materialized", "view"),
            List.of("operator", "class"),
            List.of("operator", "family"),
            List.of("text", "search", "configuration"),
            List.of("text", "search", "dictionary"),
            List.of("text", "search", "parser"),
            List.of("text", "search", "template"),
            List.of("large", "object"));

    static Thing of(Words words) {
        for (List<String> name : LONG) {
            if (words.take(name.toArray(String[]::new))) {
                return new Thing(String.join(" ", name).toUpperCase(Locale.ROOT));
            }
        }
        String word = words.word();
        return new Thing(word.equals("user") || word.equals("group") ? ROLE : word.toUpperCase(Locale.ROOT));
    }

    boolean isMapping() {
        return kind.equals(MAPPING);
    }

    boolean isRole() {
        return kind.equals(ROLE);
    }

    /// Whether rows are put in when it is made.
    boolean isFilled() {
        return kind.equals("TABLE") || kind.equals(MATERIALIZED);
    }
}
