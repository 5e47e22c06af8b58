package dev.curfew.connector.postgres.log.sql;

import dev.curfew.connector.postgres.log.define.Defining;
import dev.curfew.connector.postgres.log.define.Rights;
import dev.curfew.connector.postgres.log.query.Calls;
import dev.curfew.connector.postgres.log.query.Relations;
import dev.curfew.connector.postgres.log.query.Told;
import dev.curfew.connector.postgres.log.word.Token;
import dev.curfew.connector.postgres.log.word.Words;
import dev.curfew.model.timeline.DeedKind;
import java.util.ArrayList;
import java.util.List;

/// Says what a statement does.
final class Reader {

    private Reader() {}

    static List<Told> told(List<Token> tokens) {
        Words words = new Words(tokens);
        return switch (words.word()) {
            case "create" -> Defining.create(words, tokens);
            case "alter" -> List.of(Defining.alter(words));
            case "drop" -> List.of(Defining.drop(words));
            case "grant" -> List.of(Told.of(DeedKind.CREATED, "GRANT" + Rights.text(words.rest())));
            case "revoke" -> List.of(Told.of(DeedKind.DELETED, "REVOKE" + Rights.text(words.rest())));
            case "reassign" -> List.of(Told.of(DeedKind.CHANGED, "REASSIGN" + Rights.text(words.rest())));
            case "import" -> List.of(Told.of(DeedKind.CREATED, "IMPORT FOREIGN SCHEMA"));
            case "security" -> List.of(Told.of(DeedKind.CHANGED, "SECURITY LABEL"));
            case "comment" -> List.of(Told.of(DeedKind.CHANGED, "COMMENT"));
            case "load" -> List.of(Told.of(DeedKind.CHANGED, "LOAD"));
            case "do" -> List.of(Told.of(DeedKind.CHANGED, "DO"));
            case "call" -> with(Told.of(DeedKind.CHANGED, "CALL " + words.name()), tokens);
            case "refresh" -> refresh(words);
            case "truncate" -> truncate(words);
            case "copy" -> Copying.told(words);
            case "insert", "update", "delete", "merge" -> rows(tokens);
            case "explain" -> explained(tokens);
            // what is in a cursor is told when that is opened
            case "select", "with", "values", "table", "declare", "" -> asked(tokens);
            default -> List.of();
        };
    }

    /// What a query reads and calls.
    static List<Told> asked(List<Token> tokens) {
        List<Told> told = new ArrayList<>(Calls.told(tokens));
        if (tokens.size() > 1 && tokens.getFirst().is("table")) {
            told.add(Relations.told(new Words(tokens.subList(1, tokens.size())).name()));
        }
        boolean changes = tokens.getFirst().is("with") && tokens.stream().anyMatch(Reader::isChange);
        if (changes) {
            told.add(Changing.within(tokens));
        }
        told.addAll(Relations.read(tokens));
        return told;
    }

    private static boolean isChange(Token token) {
        return token.is("insert") || token.is("update") || token.is("delete") || token.is("merge");
    }

    static List<Told> with(Told first, List<Token> tokens) {
        List<Told> told = new ArrayList<>(List.of(first));
        told.addAll(Calls.told(tokens));
        return told;
    }

    private static List<Told> rows(List<Token> tokens) {
        List<Told> told = with(Changing.within(tokens), tokens);
        told.addAll(Relations.read(tokens));
        return told;
    }

    private static List<Told> refresh(Words words) {
        words.take("materialized", "view");
        words.take("concurrently");
        return List.of(Told.of(DeedKind.CHANGED, "REFRESH MATERIALIZED VIEW " + words.name()));
    }

    private static List<Told> truncate(Words words) {
        words.take("table");
        words.take("only");
        return List.of(Told.of(DeedKind.CHANGED, "TRUNCATE " + Defining.names(words)));
    }

    /// A plan alone does nothing.
    private static List<Told> explained(List<Token> tokens) {
        int query = 1;
        boolean analyzes = false;
        while (query < tokens.size() && !isQuery(tokens.get(query))) {
            analyzes |= tokens.get(query).is("analyze") || tokens.get(query).is("analyse");
            query++;
        }
        return analyzes && query < tokens.size() ? told(tokens.subList(query, tokens.size())) : List.of();
    }

    private static boolean isQuery(Token token) {
        return token.is("select")
                || token.is("with")
                || token.is("table")
                || token.is("create")
                || token.is("execute")
                || isChange(token);
    }
}
