package dev.curfew.connector.postgres.log.sql;

import dev.curfew.connector.postgres.log.query.Told;
import dev.curfew.connector.postgres.log.word.Token;
import dev.curfew.connector.postgres.log.word.Words;
import dev.curfew.model.timeline.DeedKind;
import java.util.List;
import java.util.Locale;

/// Statements that change rows.
final class Changing {
    /// Rows that are jobs, which the server runs by itself.
    private static final String JOBS = "cron.job";

    private Changing() {}

    /// The first change that a statement makes.
    static Told within(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            Words words = new Words(tokens.subList(i, tokens.size()));
            String verb = words.word();
            switch (verb) {
                case "insert", "merge" -> {
                    if (words.take("into")) {
                        return told(verb, words);
                    }
                }
                case "delete" -> {
                    if (words.take("from")) {
                        return told(verb, words);
                    }
                }
                case "update" -> {
                    return told(verb, words);
                }
                default -> {
                    // It is yet to come.
                }
            }
        }
        return Told.of(DeedKind.CHANGED, "");
    }

    private static Told told(String verb, Words words) {
        words.take("only");
        String name = words.name();
        boolean makesJob = verb.equals("insert") && name.equals(JOBS);
        return Told.of(makesJob ? DeedKind.CREATED : DeedKind.CHANGED, verb.toUpperCase(Locale.ROOT) + " " + name);
    }
}
