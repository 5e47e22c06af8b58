package dev.curfew.connector.postgres.log.define;

import dev.curfew.connector.postgres.log.query.Relations;
import dev.curfew.connector.postgres.log.query.Told;
import dev.curfew.connector.postgres.log.word.Token;
import dev.curfew.connector.postgres.log.word.Words;
import dev.curfew.model.timeline.DeedKind;
import java.util.ArrayList;
import java.util.List;

/// `CREATE`, `ALTER` and `DROP`.
public final class Defining {
    private static final String[] BEFORE = {
        "or",
        "replace",
        "temp",
        "temporary",
        "global",
        "local",
        "unlogged",
        "unique",
        "recursive",
        "trusted",
        "procedural",
        "constraint",
        "default"
    };

    private Defining() {}

    public static List<Told> create(Words words, List<Token> tokens) {
        while (words.takeAny(BEFORE)) {
            // What it is follows.
        }
        Thing thing = Thing.of(words);
        List<Told> told = new ArrayList<>();
        told.add(new Told(
                DeedKind.CREATED,
                "CREATE " + thing.kind() + " " + name(thing, words),
                Details.of(thing, words.rest())));
        if (thing.isFilled() && tokens.stream().anyMatch(token -> token.is("select") || token.is("table"))) {
            told.addAll(Relations.read(tokens));
        }
        return told;
    }

    public static Told alter(Words words) {
        if (words.isNext("default", "privileges")) {
            return Told.of(DeedKind.CHANGED, "ALTER" + Rights.text(words.rest()));
        }
        if (words.take("system")) {
            String verb = words.take("reset") ? "RESET " : "SET ";
            words.take("set");
            return Told.of(DeedKind.CHANGED, "ALTER SYSTEM " + verb + words.name());
        }
        Thing thing = Thing.of(words);
        return new Told(
                DeedKind.CHANGED, "ALTER " + thing.kind() + " " + name(thing, words), Details.of(thing, words.rest()));
    }

    public static Told drop(Words words) {
        if (words.isNext("owned")) {
            return Told.of(DeedKind.DELETED, "DROP" + Rights.text(words.rest()));
        }
        Thing thing = Thing.of(words);
        String name = thing.isMapping() ? name(thing, words) : dropped(words);
        return new Told(DeedKind.DELETED, "DROP " + thing.kind() + " " + name, Details.of(thing, words.rest()));
    }

    private static String name(Thing thing, Words words) {
        passWords(words);
        if (!thing.isMapping()) {
            return words.isNext("on") ? "" : words.name();
        }
        words.take("for");
        String role = words.name();
        words.take("server");
        return "FOR " + role + " SERVER " + words.name();
    }

    private static void passWords(Words words) {
        words.take("concurrently");
        if (!words.take("if", "not", "exists")) {
            words.take("if", "exists");
        }
        words.take("only");
    }

    private static String dropped(Words words) {
        passWords(words);
        return names(words);
    }

    /// Several, parted by commas; without the arguments that functions are told apart by.
    public static String names(Words words) {
        List<String> names = new ArrayList<>();
        do {
            names.add(words.name());
            words.skipBrackets();
        } while (words.takeSign(','));
        return String.join(", ", names);
    }
}
