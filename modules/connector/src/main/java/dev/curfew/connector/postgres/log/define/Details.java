package dev.curfew.connector.postgres.log.define;

import dev.curfew.connector.postgres.log.word.Token;
import dev.curfew.connector.postgres.log.word.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What else is worth telling of a thing that was made or changed: key words that are listed here, and names.
final class Details {
    private static final Set<String> OF_ROLES = Set.of(
            "superuser",
            "nosuperuser",
            "createdb",
            "createrole",
            "nocreaterole",
            "bypassrls",
            "nobypassrls",
            "replication",
            "noreplication",
            "login",
            "nologin",
            "password");

    private static final List<List<String>> OF_ALL = List.of(
            List.of("security", "definer"),
            List.of("for", "all", "tables"),
            List.of("enable", "row", "level", "security"),
            List.of("disable", "row", "level", "security"),
            List.of("valid", "until"));

    /// A name follows.
    private static final List<List<String>> NAMED = List.of(
            List.of("owner", "to"),
            List.of("rename", "to"),
            List.of("in", "role"),
            List.of("in", "group"),
            List.of("set"),
            List.of("reset"),
            List.of("on"),
            List.of("server"),
            List.of("add", "table"),
            List.of("add", "user"),
            List.of("drop", "user"));

    private Details() {}

    /// @param rest what comes after the name
    static String of(Thing thing, List<Token> rest) {
        List<String> details = new ArrayList<>();
        int depth = 0;
        for (int i = 0; i < rest.size() && !rest.get(i).is("as") && !rest.get(i).is("atomic"); i++) {
            Token token = rest.get(i);
            if (token.isSign('(')) {
                depth++;
            } else if (token.isSign(')')) {
                depth--;
            } else if (depth == 0) {
                add(thing, rest, i, details);
            }
        }
        // a body between quotes may come before it
        if (details.stream().noneMatch(it -> it.equals("SECURITY DEFINER")) && isDefiner(rest)) {
            details.add("SECURITY DEFINER");
        }
        return String.join(", ", details);
    }

    private static void add(Thing thing, List<Token> rest, int at, List<String> details) {
        Token token = rest.get(at);
        if (thing.isRole() && token.kind() == Token.Kind.WORD && OF_ROLES.contains(token.text())) {
            details.add(token.text().toUpperCase(Locale.ROOT));
        }
        Words words = new Words(rest.subList(at, rest.size()));
        for (List<String> key : OF_ALL) {
            if (words.isNext(key.toArray(String[]::new))) {
                details.add(String.join(" ", key).toUpperCase(Locale.ROOT));
            }
        }
        for (List<String> key : NAMED) {
            if (words.take(key.toArray(String[]::new))) {
                String name = Defining.names(words);
                if (!name.isEmpty()) {
                    details.add(String.join(" ", key).toUpperCase(Locale.ROOT) + " " + name);
                }
                return;
            }
        }
    }

    private static boolean isDefiner(List<Token> rest) {
        for (int i = 1; i < rest.size(); i++) {
            if (rest.get(i).is("definer") && rest.get(i - 1).is("security")) {
                return true;
            }
        }
        return false;
    }
}
